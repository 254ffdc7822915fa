import { CommandFailed } from '../errors';

/** A stage's outputs, or the file with them, are missing or unusable. The message says what to do about it. */
export class OutputsMissing extends CommandFailed {
  override readonly name = 'OutputsMissing';
}
