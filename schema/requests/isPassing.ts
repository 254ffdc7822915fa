import { isRefusal, Refused } from './errors';

/** Whether an error is transient: those for which docs/guides/errors.md says to send the request again. */
export const isPassing = (error: unknown): boolean => isRefusal(error, 'BUSY') || isFailure(error);

/** Whether a function or the table failed, by AppSync's own error types: how far the request got is unknown. */
export const isFailure = (error: unknown): boolean =>
  error instanceof Refused && /^(?:Lambda|DynamoDB):/.test(error.errorType);
