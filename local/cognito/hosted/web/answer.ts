import type { ServerResponse } from 'node:http';

/** The response of a page or an endpoint. */
export interface HostedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body: string;
}

/** Redirects the browser, which follows with a GET. */
export const redirect = (location: string, cookies: readonly string[] = []): HostedAnswer => ({
  status: 302,
  headers: { location, 'cache-control': 'no-store' },
  cookies,
  body: '',
});

/** A JSON document that must not be cached. */
export const json = (document: object, status = 200): HostedAnswer => ({
  status,
  headers: {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    pragma: 'no-cache',
    'x-content-type-options': 'nosniff',
  },
  body: JSON.stringify(document),
});

/** Writes a response, unless one was already started or the client is gone. */
export const writeAnswer = (response: ServerResponse, { status, headers, cookies = [], body }: HostedAnswer): void => {
  if (response.headersSent || response.destroyed) return;
  for (const cookie of cookies) response.appendHeader('set-cookie', cookie);
  // The rest of a form that is too large stays unread.
  if (status === 413) response.setHeader('connection', 'close');
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
};
