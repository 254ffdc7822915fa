import { getSystemErrorMap } from 'node:util';
import { Refused } from '../../schema/requests/errors';

/** Why a file failed: a code for programs and a line for people. */
export interface Failure {
  readonly errorType: string;
  readonly message: string;
}

/** An error as a Failure, with the contract's or S3's code, the system's code (`ENOENT`), or the error's name. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof Refused) return error;
  if (!(error instanceof Error)) return { errorType: 'Error', message: String(error) };
  const [code, message] = systemError(error) ?? [error.name, error.message];
  return { errorType: code, message };
};

/** The system's code and words for an error; Node's message repeats the code and the path around them. */
const systemError = (error: Error): [code: string, words: string] | undefined =>
  'errno' in error && typeof error.errno === 'number' ? getSystemErrorMap().get(error.errno) : undefined;
