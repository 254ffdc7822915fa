import { writeCookie } from '../web/cookies';
import type { HostedRequest } from '../web/request';
import { sessionLifetimeSeconds } from './browserSessions';

/** The name of Cognito's own session cookie. */
const name = 'cognito';

/** The session cookie of a request. */
export const sessionCookieOf = ({ cookies }: HostedRequest): string | undefined => cookies.get(name);

/** The cookie that signs a browser in. */
export const keepSession = ({ isSecure }: HostedRequest, value: string): string =>
  writeCookie({ name, value, maxAgeSeconds: sessionLifetimeSeconds, isSecure });

/** The cookie that signs a browser out. */
export const dropSession = ({ isSecure }: HostedRequest): string =>
  writeCookie({ name, value: '', maxAgeSeconds: 0, isSecure });
