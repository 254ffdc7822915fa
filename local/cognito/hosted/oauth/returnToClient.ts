import type { AuthorizationRefused } from '../errors';
import type { Hosted } from '../hosted';
import { redirect, type HostedAnswer } from '../web/answer';
import type { Authorized } from './authorizationCodes';

/** Redirects the browser to the client with a code and the client's own `state`. */
export const returnWithCode = async (
  { codes }: Pick<Hosted, 'codes'>,
  authorization: Authorized,
  cookies: readonly string[] = [],
): Promise<HostedAnswer> => {
  const { redirectUri, state } = authorization.request;
  return redirect(withParameters(redirectUri, { code: await codes.issue(authorization), state }), cookies);
};

/** Redirects the browser to the client with an error. RFC 6749, 4.1.2.1 */
export const returnWithError = ({ error, message, returnTo }: AuthorizationRefused): HostedAnswer =>
  redirect(withParameters(returnTo.redirectUri, { error, error_description: message, state: returnTo.state }));

const withParameters = (address: string, parameters: Readonly<Record<string, string | undefined>>): string => {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.append(name, value);
  }
  return url.href;
};
