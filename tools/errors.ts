/** A program cannot do what it was asked for, and whoever asked can mend that. The message is the one line that they need. */
export class CommandFailed extends Error {
  override readonly name: string = 'CommandFailed';
}
