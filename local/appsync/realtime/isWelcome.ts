import { isIP } from 'node:net';

interface Visitor {
  /** A browser sends the page's origin; most other clients send none. */
  readonly origin?: string;
  readonly host?: string;
}

/**
 * Whether a client may connect: one that sends no origin, a page of an allowed origin, or one of this server's own
 * origin, which React Native sends. The owner of any name could make it resolve to this server, so only an IP address
 * or localhost counts as its own.
 */
export const isWelcome = ({ origin, host }: Visitor, allowedOrigins: readonly string[]): boolean =>
  origin === undefined || allowedOrigins.includes(origin) || isOwn(origin, host);

const isOwn = (origin: string, host: string | undefined): boolean => {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  const name = url.hostname.replace(/^\[|\]$/g, '');
  return url.host === host && (name === 'localhost' || isIP(name) !== 0);
};
