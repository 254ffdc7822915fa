import { writeCookie } from '../web/cookies';
import type { HostedRequest } from '../web/request';
import { sessionLifetimeSeconds } from './browserSessions';

/** Cognito's name. */
const name = 'cognito';

/** The session that a browser brings along. */
export const sessionCookieOf = ({ cookies }: HostedRequest): string | undefined => cookies.get(name);

/** Signs a browser in. */
export const keepSession = ({ isSecure }: HostedRequest, value: string): string =>
  writeCookie({ name, value, maxAgeSeconds: sessionLifetimeSeconds, isSecure });

/** Signs a browser out. */
export const dropSession = ({ isSecure }: HostedRequest): string =>
  writeCookie({ name, value: '', maxAgeSeconds: 0, isSecure });
