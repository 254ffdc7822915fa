import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Identity } from '../tls/identityFiles';
import { answerTlsToo } from './answerTlsToo';
import { HostUnusable, PortInUse } from './errors';
import { asksForWebSocket, serveUpgrades, type UpgradeListener } from './serveUpgrades';

export interface ListenOptions {
  /** 0 picks a free port. */
  readonly port: number;
  readonly host: string;
  /** If given, the port answers TLS as well as plain HTTP. Called when the first client speaks TLS. */
  readonly identity?: () => Promise<Identity>;
  /** Takes over connections that request WebSocket; without it, those are answered as plain requests. */
  readonly upgrade?: UpgradeListener;
  /** Receives one line if no certificate can be obtained. */
  readonly log?: (line: string) => void;
}

/** A listening server. `close` gives pending responses one second to finish. */
export interface Listening {
  readonly port: number;
  readonly server: Server;
  readonly close: () => Promise<void>;
}

/**
 * Serves HTTP. Headers must arrive within 10 s, so that a stalled client cannot hold a socket; the handler limits how
 * long a body may take. Rejects with PortInUse if the port is taken, and with HostUnusable if the host is no address of
 * this machine.
 */
export const listen = (
  handler: RequestListener,
  { port, host, identity, upgrade, log = () => undefined }: ListenOptions,
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const options = {
      headersTimeout: 10_000,
      requestTimeout: 0,
      keepAliveTimeout: 5_000,
      // Since Node 22.21 and 24.9; earlier versions emit 'upgrade' for every protocol.
      shouldUpgradeCallback: (request: IncomingMessage) => upgrade !== undefined && asksForWebSocket(request),
    };
    const server = createServer(options, handler);
    const cutOff = identity === undefined ? () => undefined : answerTlsToo(server, { identity, log });
    const cutUpgraded = upgrade === undefined ? () => undefined : serveUpgrades(server, upgrade);
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new PortInUse(port));
      else reject(error.code === 'EADDRNOTAVAIL' || error.syscall === 'getaddrinfo' ? new HostUnusable(host) : error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      const bound = address !== null && typeof address === 'object' ? address.port : port;
      resolve({ port: bound, server, close: () => end(server, cutOff, cutUpgraded) });
    });
  });

const end = (server: Server, cutOff: () => void, cutUpgraded: () => void): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    cutOff();
    setTimeout(() => {
      server.closeAllConnections();
      cutUpgraded();
    }, 1_000).unref();
  });
