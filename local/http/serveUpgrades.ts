import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Takes over a connection on which a client requests WebSocket. */
export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Whether a request asks to upgrade to WebSocket. */
export const asksForWebSocket = ({ headers }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket';

/**
 * Passes WebSocket upgrades to the listener, and returns a function that cuts off their connections, which Node's
 * server no longer tracks. An upgrade to any other protocol is ignored and the request answered, as HTTP allows
 * (RFC 9110, 7.8): Java's client asks for h2c with every unencrypted request. Newer Nodes do not emit those here.
 */
export const serveUpgrades = (server: Server, listener: UpgradeListener): (() => void) => {
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (request, socket, head) => {
    if (!asksForWebSocket(request)) return serveAsHttp(server, request, socket, head);
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    return listener(request, socket, head);
  });
  return () => upgraded.forEach((socket) => socket.destroy());
};

/** Returns the connection to the server with the same request, minus its upgrade headers. */
const serveAsHttp = (server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void => {
  const { method, url, rawHeaders } = request;
  const lines = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 && !concernsUpgrade.test(name) ? [`${name}: ${rawHeaders[at + 1] ?? ''}\r\n`] : [],
  );
  socket.unshift(Buffer.concat([Buffer.from(`${method} ${url} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
};

const concernsUpgrade = /^(?:upgrade|connection|http2-settings)$/i;
