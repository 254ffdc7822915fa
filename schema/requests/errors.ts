import type { FileErrorCode } from '../generated/types';

/** The API said no, or storage did; `errorType` says why, as the contract or S3 spells it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly errorType: string,
    message: string,
  ) {
    super(message);
  }
}

/** Another field of the same request was refused, and took this one's answer with it. */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost';
}

/** Whether the API said no for one of these reasons. */
export const isRefusal = (error: unknown, ...types: readonly FileErrorCode[]): boolean =>
  error instanceof Refused && types.some((type) => type === error.errorType);
