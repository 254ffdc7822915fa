import { AuthorizationRefused } from '../errors';
import type { Hosted } from '../hosted';
import { sessionCookieOf } from '../session/sessionCookie';
import { redirect, type HostedAnswer } from '../web/answer';
import type { HostedRequest } from '../web/request';
import { readAuthorizationRequest } from './authorizationRequest';
import { returnWithCode } from './returnToClient';

/**
 * `GET /oauth2/authorize`: redirects to the client with a code if the browser is signed in, else to the login page.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export const authorize = async (hosted: Hosted, request: HostedRequest): Promise<HostedAnswer> => {
  const authorization = readAuthorizationRequest(hosted.services.settings, request.query);
  const { prompts } = authorization;
  const session = hosted.sessions.find(sessionCookieOf(request));
  const mustAsk = prompts.includes('login') || prompts.includes('select_account');
  if (session !== undefined && !mustAsk) {
    const { user, signedInAt } = session;
    return returnWithCode(hosted, { request: authorization, userId: user.id, signedInAt });
  }
  if (prompts.includes('none')) {
    throw new AuthorizationRefused('login_required', 'nobody is signed in', authorization);
  }
  return redirect(`/login?${request.search}`);
};
