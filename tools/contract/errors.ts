import { CommandFailed } from '../errors';

/** The contract breaks clients of the last release without a recorded reason. The message lists the changes. */
export class BreakingChange extends CommandFailed {
  override readonly name = 'BreakingChange';
}
