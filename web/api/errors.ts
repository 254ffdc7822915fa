import type { FileErrorCode } from '../../schema/generated/types';
import { errorWords, otherWords } from '../words/errorWords';

/** The API said no. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly errorType: string,
    message: string,
  ) {
    super(message);
  }
}

/** The API was not reached. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Another field of the same request was refused, and took this one's answer with it. */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost';
}

/** What any error means for people. */
export const wordsOf = (error: unknown): string => {
  if (error instanceof Unreachable) return otherWords.unreachable;
  if (!(error instanceof Refused)) return otherWords.unexpected;
  if (isFileErrorCode(error.errorType)) return errorWords[error.errorType];
  return error.errorType.startsWith('Unauthorized') ? otherWords.unauthorized : otherWords.unexpected;
};

/** Whether the API said no for one of these reasons. */
export const isRefusal = (error: unknown, ...types: readonly FileErrorCode[]): boolean =>
  error instanceof Refused && types.some((type) => type === error.errorType);

const isFileErrorCode = (text: string): text is FileErrorCode => Object.hasOwn(errorWords, text);
