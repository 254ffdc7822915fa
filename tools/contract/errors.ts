import { CommandFailed } from '../errors';

/** The contract breaks clients of the last release, and nobody has said why. The message lists how. */
export class BreakingChange extends CommandFailed {
  override readonly name = 'BreakingChange';
}
