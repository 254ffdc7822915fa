import { isRefusal, Refused } from './errors';

/** Whether an error is transient: those for which docs/guides/errors.md says to send the request again. */
export const isPassing = (error: unknown): boolean => isRefusal(error, 'BUSY') || isFailure(error);

/**
 * Whether a function or the table failed, or the request took longer than AppSync's 30 s, by AppSync's own error types:
 * how far the request got is unknown. https://github.com/aws-amplify/amplify-cli/issues/8192
 */
export const isFailure = (error: unknown): boolean =>
  error instanceof Refused && /^(?:(?:Lambda|DynamoDB):|ExecutionTimeout$)/.test(error.errorType);
