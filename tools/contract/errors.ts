/** The contract breaks clients of the last release, and nobody has said why. The message lists how. */
export class BreakingChange extends Error {
  override readonly name = 'BreakingChange';
}
