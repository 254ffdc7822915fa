import { OAuthError, AuthorizationRefused, ForgedForm, UnreadableForm, UntrustedRequest } from './errors';
import type { Hosted } from './hosted';
import { returnWithError } from './oauth/returnToClient';
import { problemPage } from './pages/problem';
import { json, type HostedAnswer } from './web/answer';
import { page } from './web/page';

/** The answer to a refused page request: a page, or a redirect to the client; undefined for any other error. */
export const refusalAsPage = ({ services }: Hosted, error: unknown, back: string): HostedAnswer | undefined => {
  const { oauth } = services.settings.client;
  if (error instanceof AuthorizationRefused) return returnWithError(error);
  if (error instanceof UntrustedRequest) return page(problemPage(error.message), { oauth, status: 400 });
  if (error instanceof ForgedForm) return page(problemPage(error.message, back), { oauth, status: 403 });
  if (error instanceof UnreadableForm) return page(problemPage(error.message), { oauth, status: error.status });
  return undefined;
};

/** The answer to a refused endpoint request; undefined for any other error. */
export const refusalAsJson = (error: unknown): HostedAnswer | undefined => {
  if (error instanceof UnreadableForm) {
    return json({ error: 'invalid_request', error_description: error.message }, error.status);
  }
  if (!(error instanceof OAuthError)) return undefined;
  const answer = json({ error: error.error, error_description: error.message }, error.status);
  if (error.status !== 401) return answer;
  // RFC 6750, 3: tells the client that its token is missing or invalid.
  const challenge = error.error === 'invalid_client' ? 'Basic' : `Bearer error="${error.error}"`;
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': challenge } };
};
