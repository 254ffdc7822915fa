import type { OAuthDescription } from '../../descriptions';
import type { Html } from '../pages/html';
import type { HostedAnswer } from './answer';

export interface PageOptions {
  readonly oauth: OAuthDescription;
  readonly status?: number;
  readonly cookies?: readonly string[];
}

/** A page as an answer, with headers that keep scripts, frames and strangers' forms out. */
export const page = ({ markup }: Html, { oauth, status = 200, cookies = [] }: PageOptions): HostedAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentPolicy(oauth),
    'cache-control': 'no-store',
    // Not `no-referrer`: with it, browsers would not say where a form comes from.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  },
  cookies,
  body: markup,
});

/** A form's answer redirects to the client, and browsers hold redirects to `form-action`, too. */
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

/** A page's origin; for the address of an app, its scheme. */
const sourceOf = (url: string): string => {
  const { origin, protocol } = new URL(url);
  return origin === 'null' ? protocol : origin;
};
