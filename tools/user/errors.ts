/** A command cannot be done. The message is the one line that a person needs. */
export class UserCommandFailed extends Error {
  override readonly name = 'UserCommandFailed';
}
