/** A command line that its program does not know what to do with. The message is the one line that a person needs. */
export class BadCommandLine extends Error {
  override readonly name = 'BadCommandLine';
}
