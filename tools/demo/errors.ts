/** What was named cannot be sent. The message is the one line that a person needs. */
export class NoFile extends Error {
  override readonly name = 'NoFile';
}
