import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Takes a connection over that a client wants to speak WebSocket on. */
export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Whether a request is one for WebSocket. */
export const asksForWebSocket = ({ headers }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket';

/**
 * Hands requests for WebSocket on, and gives a way to cut off those connections: Node's own ways do not know of them
 * any more. A request for any other protocol is answered as if it had not asked, which HTTP allows (RFC 9110, 7.8):
 * Java's client asks for h2c with every request that is not encrypted. Newer Nodes do not bring those here.
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

/** Gives the connection back to the server with the same request, only that it asks for no other protocol. */
const serveAsHttp = (server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void => {
  const { method, url, rawHeaders } = request;
  const lines = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 && !concernsUpgrade.test(name) ? [`${name}: ${rawHeaders[at + 1] ?? ''}\r\n`] : [],
  );
  socket.unshift(Buffer.concat([Buffer.from(`${method} ${url} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
};

const concernsUpgrade = /^(?:upgrade|connection|http2-settings)$/i;
