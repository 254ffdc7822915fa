import type { FileErrorCode } from '../../schema/generated/types';
import { Refused } from '../../schema/requests/errors';
import { errorWords, otherWords } from '../words/errorWords';

/** The API could not be reached. */
export class Unreachable extends Error {
  override readonly name: string = 'Unreachable';
}

/** The API was asked, but did not answer in time: how far the request got is unknown. */
export class Unanswered extends Unreachable {
  override readonly name = 'Unanswered';
}

/** Any error in words for people. */
export const wordsOf = (error: unknown): string => {
  if (error instanceof Unanswered) return otherWords.unanswered;
  if (error instanceof Unreachable) return otherWords.unreachable;
  if (!(error instanceof Refused)) return otherWords.unexpected;
  if (isFileErrorCode(error.errorType)) return errorWords[error.errorType];
  return error.errorType.startsWith('Unauthorized') ? otherWords.unauthorized : otherWords.unexpected;
};

const isFileErrorCode = (text: string): text is FileErrorCode => Object.hasOwn(errorWords, text);
