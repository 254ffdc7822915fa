/** One of the errors that Amplify rejects with. */
export interface WireError {
  readonly message?: string;
  readonly errorType?: string;
  readonly path?: readonly (string | number)[];
  readonly originalError?: { readonly name?: string };
  readonly underlyingError?: { readonly name?: string };
  readonly name?: string;
}

/** AppSync's own word for a token that is missing, malformed, foreign or expired. */
export const unauthorized = 'UnauthorizedException';

/** What Amplify rejected with, as a list with AppSync's own words. */
export const wireErrors = (rejection: unknown): readonly WireError[] => {
  if (!isObject(rejection)) return [{ message: String(rejection) }];
  const errors: unknown = Reflect.get(rejection, 'errors');
  const list: readonly WireError[] = Array.isArray(errors) ? errors : [rejection];
  return list.map((error) => (isUnauthorized(error) ? { message: error.message, errorType: unauthorized } : error));
};

/** An answer that has another status than 200 Amplify wraps; without a token it asks nobody, and has a word of its own. */
const isUnauthorized = ({ originalError, name }: WireError): boolean =>
  originalError?.name === unauthorized || name === 'NoValidAuthTokens';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
