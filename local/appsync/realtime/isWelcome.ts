import { isIP } from 'node:net';

interface Visitor {
  /** What a browser says of the page that asks; other clients say nothing. */
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
}

/**
 * Whether a client may connect: one that is no page, a page of an origin that is allowed, or one of this very server,
 * as React Native says of itself. A name could be made to lead here by whoever owns it, so that only an address, or
 * localhost, counts as this server.
 */
export const isWelcome = ({ origin, host }: Visitor, allowedOrigins: readonly string[]): boolean =>
  origin === undefined || allowedOrigins.includes(origin) || isOwn(origin, host);

const isOwn = (origin: string, host: string | undefined): boolean => {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  const name = url.hostname.replace(/^\[|\]$/g, '');
  return url.host === host && (name === 'localhost' || isIP(name) !== 0);
};
