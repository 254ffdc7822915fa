import type { OAuthDescription } from '../../descriptions';
import type { Html } from '../pages/html';
import type { HostedAnswer } from './answer';

export interface PageOptions {
  readonly oauth: OAuthDescription;
  readonly status?: number;
  readonly cookies?: readonly string[];
}

/** A page as a response, with headers that forbid scripts, framing and forms that post elsewhere. */
export const page = ({ markup }: Html, { oauth, status = 200, cookies = [] }: PageOptions): HostedAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentPolicy(oauth),
    'cache-control': 'no-store',
    // Not `no-referrer`: with that, browsers would not send a form's origin.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  },
  cookies,
  body: markup,
});

/** Includes the client's addresses: a form's response redirects there, and `form-action` applies to redirects too. */
const contentPolicy = ({ callbackUrls }: OAuthDescription): string => {
  const targets = new Set(callbackUrls.map(sourceOf));
  return [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    `form-action 'self' ${[...targets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};

/** The origin of a web address; the scheme of an app's. */
const sourceOf = (url: string): string => {
  const { origin, protocol } = new URL(url);
  return origin === 'null' ? protocol : origin;
};
