import type { IncomingMessage } from 'node:http';
import { readCookies } from './cookies';
import { readForm } from './readForm';

/** A request as the pages and endpoints see it. */
export interface HostedRequest {
  readonly path: string;
  /** As it came, without `?`. */
  readonly search: string;
  readonly query: URLSearchParams;
  /** The body of a POST; empty otherwise. */
  readonly form: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  readonly authorization: string | undefined;
  /** What the browser says the form comes from. */
  readonly sentFrom: string | undefined;
  /** What the browser calls this server: `https://localhost:4101`. */
  readonly origin: string;
  readonly isSecure: boolean;
}

/** Reads a request, with its form if it is a POST. */
export const readRequest = async (request: IncomingMessage): Promise<HostedRequest> => {
  const [path = '/', ...rest] = (request.url ?? '/').split('?');
  const search = rest.join('?');
  return {
    path,
    search,
    query: new URLSearchParams(search),
    form: request.method === 'POST' ? await readForm(request) : new URLSearchParams(),
    cookies: readCookies(request.headers.cookie),
    authorization: request.headers.authorization,
    sentFrom: request.headers.origin,
    origin: originOf(request),
    isSecure: isSecure(request),
  };
};

/** Scheme, host and port under which the client reached this server. */
export const originOf = (request: IncomingMessage): string =>
  `${isSecure(request) ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`;

const isSecure = ({ socket }: IncomingMessage): boolean => 'encrypted' in socket && socket.encrypted === true;
