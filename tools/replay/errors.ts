/** The dead letters cannot be replayed. The message is the one line that a person needs. */
export class ReplayFailed extends Error {
  override readonly name = 'ReplayFailed';
}
