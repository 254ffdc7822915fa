import { networkInterfaces } from 'node:os';
import type { RequestListener } from 'node:http';
import { isIPv6 } from 'node:net';
import { listen, type ListenOptions } from '../http/listen';
import type { Scope } from './createScope';

export interface ServeOptions {
  readonly host: string;
  /** The base port; 0 picks a free port for each service. */
  readonly port: number;
  readonly log: (line: string) => void;
}

/**
 * Serves a listener on the base port plus an offset; also over TLS if given an identity, and over WebSocket if given an
 * upgrade listener. Resolves with its origin.
 */
export type Serve = (
  offset: number,
  listener: RequestListener,
  more?: Pick<ListenOptions, 'identity' | 'upgrade'>,
) => Promise<string>;

export const createServe =
  (scope: Scope, { host, port, log }: ServeOptions): Serve =>
  async (offset, listener, more = {}) => {
    const options = { host, port: port === 0 ? 0 : port + offset, log, ...more };
    const listening = scope.keep(await listen(listener, options));
    return originOf(host, listening.port);
  };

/** The origin at which clients reach a server that listens on `host`. */
export const originOf = (host: string, port: number): string => {
  const name = reachable(host);
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
};

/** A host at which clients reach a server that listens on `host`; for a wildcard, an address of this machine. */
export const reachable = (host: string): string => {
  if (host !== '0.0.0.0' && host !== '::') return host;
  const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
};
