import type { Settings } from '../../settings';
import { UntrustedRequest } from '../errors';
import type { Hosted } from '../hosted';
import { dropSession, sessionCookieOf } from '../session/sessionCookie';
import { redirect, type HostedAnswer } from '../web/answer';
import type { HostedRequest } from '../web/request';
import { readAuthorizationRequest } from './authorizationRequest';
import { readParameter } from './parameters';

/**
 * `GET /logout`: signs the browser out, then redirects to a registered `logout_uri` or, with the parameters of an
 * authorization request, to the login page. https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export const logout = async ({ services, sessions }: Hosted, request: HostedRequest): Promise<HostedAnswer> => {
  const target = targetOf(services.settings, request);
  await sessions.end(sessionCookieOf(request));
  return redirect(target, [dropSession(request)]);
};

const targetOf = (settings: Settings, { query, search }: HostedRequest): string => {
  const read = (name: string) => readParameter(query, name, (problem) => new UntrustedRequest(`${problem}.`));
  if (read('client_id') !== settings.clientId) {
    throw new UntrustedRequest('The client_id is not that of an app client.');
  }
  const logoutUri = read('logout_uri');
  if (logoutUri === undefined) {
    readAuthorizationRequest(settings, query);
    return `/login?${search}`;
  }
  if (!settings.client.oauth.logoutUrls.includes(logoutUri)) {
    throw new UntrustedRequest('The logout_uri is not a sign-out URL of this app client.');
  }
  return logoutUri;
};
