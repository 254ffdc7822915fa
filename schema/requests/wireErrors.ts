/** One of the errors that Amplify rejects with. */
export interface WireError {
  readonly message?: string;
  readonly errorType?: string;
  readonly path?: readonly (string | number)[];
  readonly originalError?: { readonly name?: string };
  readonly underlyingError?: { readonly name?: string };
  readonly name?: string;
}

/** AppSync's error type for a token that is missing, malformed, foreign or expired. */
export const unauthorized = 'UnauthorizedException';

/** Amplify's rejection as a list of errors, with AppSync's error types. */
export const wireErrors = (rejection: unknown): readonly WireError[] => {
  if (!isObject(rejection)) return [{ message: String(rejection) }];
  const errors: unknown = Reflect.get(rejection, 'errors');
  const list: readonly WireError[] = Array.isArray(errors) ? errors : [rejection];
  return list.map((error) => (isUnauthorized(error) ? { message: error.message, errorType: unauthorized } : error));
};

/** Amplify wraps responses other than 200, and without a token sends nothing and rejects with NoValidAuthTokens. */
const isUnauthorized = ({ originalError, name }: WireError): boolean =>
  originalError?.name === unauthorized || name === 'NoValidAuthTokens';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
