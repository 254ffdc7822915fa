import type { FileErrorCode } from '../generated/types';

/** The API or S3 refused a request; `errorType` is the contract's or S3's error code. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly errorType: string;

  constructor(errorType: string, message: string) {
    super(message);
    this.errorType = errorType;
  }
}

/** Another field of the same request was refused, so GraphQL dropped this one's answer. */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost';
}

/** Whether the API refused with one of these error codes. */
export const isRefusal = (error: unknown, ...types: readonly FileErrorCode[]): boolean =>
  error instanceof Refused && types.some((type) => type === error.errorType);
