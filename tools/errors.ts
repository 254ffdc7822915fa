/** A command failed for a reason that the user can fix. The message is the one line that they need. */
export class CommandFailed extends Error {
  override readonly name: string = 'CommandFailed';
}
