import { isRefusal, Refused } from './errors';

/** Whether the same request, a little later, may well be answered: what docs/guides/errors.md has sent again. */
export const isPassing = (error: unknown): boolean => isRefusal(error, 'BUSY') || isFailure(error);

/** Whether a function or the table failed: AppSync's own words, and nobody knows what was done before. */
export const isFailure = (error: unknown): boolean =>
  error instanceof Refused && /^(?:Lambda|DynamoDB):/.test(error.errorType);
