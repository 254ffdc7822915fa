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
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return { errorType: code, message: error.message.replace(`${code}: `, '') }; // system errors repeat their code
};
