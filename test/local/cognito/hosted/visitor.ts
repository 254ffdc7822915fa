import { createHash, randomBytes } from 'node:crypto';
import { clientId, password, type RunningPool } from '../startPool';

export const callbackUrl = 'http://localhost:8000';

/** What the pages showed, or where they redirected the browser. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly location: URL | undefined;
  /** The action of the first form, with its query, and its hidden fields. */
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
}

/** A browser without scripts: it keeps cookies, follows no redirects itself, and submits forms as they are. */
export interface Visitor {
  readonly visit: (path: string) => Promise<Seen>;
  /** Fills in a page's form and submits it. */
  readonly send: (page: Seen, fields: Readonly<Record<string, string>>) => Promise<Seen>;
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Seen>;
  readonly cookies: Map<string, string>;
}

export const createVisitor = ({ url }: Pick<RunningPool, 'url'>): Visitor => {
  const cookies = new Map<string, string>();
  const request = async (path: string, init: RequestInit): Promise<Seen> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie);
    return look(response);
  };
  const post: Visitor['post'] = (path, fields, headers = {}) =>
    request(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  return {
    cookies,
    visit: (path) => request(path, {}),
    post,
    send: (page, fields) => post(page.action, { ...page.hidden, ...fields }, { origin: url }),
  };
};

const keep = (cookies: Map<string, string>, cookie: string): void => {
  const [pair = ''] = cookie.split(';', 1);
  const [name = '', ...value] = pair.split('=');
  if (/max-age=0/i.test(cookie)) cookies.delete(name);
  else cookies.set(name, value.join('='));
};

const look = async (response: Response): Promise<Seen> => {
  const html = await response.text();
  const [firstForm = ''] = /<form[^]*?<\/form>/.exec(html) ?? [];
  const location = response.headers.get('location');
  return {
    status: response.status,
    headers: response.headers,
    html,
    location: location === null ? undefined : new URL(location, response.url),
    action: decode(/action="([^"]*)"/.exec(firstForm)?.[1] ?? ''),
    hidden: Object.fromEntries(
      [...firstForm.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        decode(value),
      ]),
    ),
  };
};

const decode = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** A PKCE verifier and its challenge, as a client creates them. */
export const createProofKey = () => {
  const verifier = randomBytes(48).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
};

/** The query of a valid authorization request with a test's changes; `undefined` omits a parameter. */
export const authorizeQuery = (changes: Readonly<Record<string, string | undefined>> = {}): string => {
  const parameters = {
    client_id: clientId,
    redirect_uri: callbackUrl,
    response_type: 'code',
    scope: 'openid email profile',
    state: 'state-of-the-client',
    ...changes,
  };
  const given = Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return String(new URLSearchParams(given));
};

/** Calls the token endpoint. */
export const askForTokens = async (
  { url }: Pick<RunningPool, 'url'>,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) => {
  const body = new URLSearchParams({ client_id: clientId, ...fields });
  const response = await fetch(`${url}/oauth2/token`, { method: 'POST', body, headers });
  const answer: Readonly<Record<string, unknown>> = JSON.parse(await response.text());
  return { status: response.status, headers: response.headers, body: answer };
};

/** Goes from the authorize endpoint to the login page and signs in there. */
export const signInAs = async (
  visitor: Visitor,
  username: string,
  { query = authorizeQuery(), secret = password }: { readonly query?: string; readonly secret?: string } = {},
): Promise<Seen> => {
  const way = await visitor.visit(`/oauth2/authorize?${query}`);
  const login = await visitor.visit(`${way.location?.pathname ?? ''}${way.location?.search ?? ''}`);
  return visitor.send(login, { username, password: secret });
};

/** The code with which the browser returns to the client. */
export const codeIn = ({ location }: Pick<Seen, 'location'>): string => location?.searchParams.get('code') ?? '';

/** Exchanges a code for tokens. */
export const exchange = (pool: Pick<RunningPool, 'url'>, code: string, more: Readonly<Record<string, string>> = {}) =>
  askForTokens(pool, { grant_type: 'authorization_code', code, redirect_uri: callbackUrl, ...more });
