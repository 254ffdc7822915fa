import type { IncomingMessage } from 'node:http';
import { readCookies } from './cookies';
import { readForm } from './readForm';

/** A parsed request to a page or an endpoint. */
export interface HostedRequest {
  readonly path: string;
  /** The raw query string, without `?`. */
  readonly search: string;
  readonly query: URLSearchParams;
  /** The body of a POST; empty otherwise. */
  readonly form: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  readonly authorization: string | undefined;
  /** The `origin` header: where the browser says the form comes from. */
  readonly sentFrom: string | undefined;
  /** This server's origin as the browser addressed it: `https://localhost:4101`. */
  readonly origin: string;
  readonly isSecure: boolean;
}

/** Parses a request, with its form if it is a POST. */
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

/** The scheme, host and port at which the client reached this server. */
export const originOf = (request: IncomingMessage): string =>
  `${isSecure(request) ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`;

const isSecure = ({ socket }: IncomingMessage): boolean => 'encrypted' in socket && socket.encrypted === true;
