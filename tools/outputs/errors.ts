import { CommandFailed } from '../errors';

/** There is nothing to write client configuration from. The message says what to do about it. */
export class OutputsMissing extends CommandFailed {
  override readonly name = 'OutputsMissing';
}
