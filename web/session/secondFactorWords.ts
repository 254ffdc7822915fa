import { wordsOf } from '../api/errors';
import { strings } from '../words/strings';

/** An error of reading or changing the second factor, in words for people. */
export const secondFactorWords = (error: unknown): string =>
  (error instanceof Error ? byName.get(error.name) : undefined) ?? wordsOf(error);

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html */
const byName: ReadonlyMap<string, string> = new Map([
  ['CodeMismatchException', strings.wrongCode],
  ['EnableSoftwareTokenMFAException', strings.wrongCode],
  ['NotAuthorizedException', strings.secondFactorScope],
]);
