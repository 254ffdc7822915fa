/** A command failed for a reason that the user can fix. The message is the one line that they need. */
export class CommandFailed extends Error {
  override readonly name: string = 'CommandFailed';
  readonly exitCode: number = 1;
}

/** The user pressed Ctrl-C at a question. Shells expect 130 then: 128 and the number of the signal. */
export class Interrupted extends CommandFailed {
  override readonly name = 'Interrupted';
  override readonly exitCode = 130;
  constructor() {
    super('Stopped.');
  }
}
