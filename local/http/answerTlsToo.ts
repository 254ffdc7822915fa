import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { createServer, type Server as TlsServer } from 'node:tls';
import type { Identity } from '../tls/identityFiles';

export interface TlsOptions {
  /** Asked when the first client speaks TLS. */
  readonly identity: () => Promise<Identity>;
  readonly log: (line: string) => void;
}

/** What a TLS record that begins a handshake begins with. RFC 8446, 5.1 */
const handshake = 0x16;
const patienceMilliseconds = 10_000;

/**
 * Lets an HTTP server that does not listen yet answer TLS on the same port: the first byte of a connection says
 * which of the two its client speaks. Whoever says nothing, or begins a handshake and does not end it, is cut off
 * after 10 s, or when the function that it returns is called.
 */
export const answerTlsToo = (server: Server, { identity, log }: TlsOptions): (() => void) => {
  const [serve] = server.listeners('connection');
  if (serve === undefined) throw new TypeError('The server does not serve connections.');
  const undecided = new Map<Socket, NodeJS.Timeout>();
  const decided = (socket: Socket): void => {
    clearTimeout(undecided.get(socket));
    undecided.delete(socket);
  };
  const secured = once(async () => createTls(await identity()));

  const createTls = ({ certificate, key }: Identity): TlsServer =>
    createServer({ cert: certificate, key, ALPNProtocols: ['http/1.1'], handshakeTimeout: patienceMilliseconds })
      .on('secureConnection', (encrypted) => {
        [...undecided.keys()].filter((socket) => isSamePeer(socket, encrypted)).forEach(decided);
        serve.call(server, encrypted);
      })
      .on('tlsClientError', (_, encrypted) => encrypted.destroy());
  const secure = async (socket: Socket): Promise<void> => {
    try {
      (await secured()).emit('connection', socket); // its own clock ends a handshake that takes too long
    } catch (error) {
      log(`There is no certificate: ${error instanceof Error ? error.message : String(error)}`);
      socket.destroy();
    }
  };

  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    undecided.set(
      socket,
      setTimeout(() => socket.destroy(), patienceMilliseconds),
    );
    socket.on('error', ignore).once('close', () => decided(socket));
    socket.once('readable', () => {
      const start: Buffer | null = socket.read();
      if (start === null) return socket.destroy();
      socket.unshift(start);
      clearTimeout(undecided.get(socket));
      if (start[0] === handshake) return void secure(socket);
      decided(socket);
      return serve.call(server, socket);
    });
  });
  return () => undecided.forEach((_, socket) => socket.destroy());
};

/** A connection that breaks before it has said anything is nobody's failure. */
const ignore = (): void => undefined;

const isSamePeer = (one: Socket, other: Socket) =>
  one.remotePort === other.remotePort && one.remoteAddress === other.remoteAddress;

/** Does something the first time it is asked for, and again only if that failed. */
const once = <Result>(work: () => Promise<Result>): (() => Promise<Result>) => {
  const state: { result?: Promise<Result> | undefined } = {};
  return async () => {
    try {
      return await (state.result ??= work());
    } catch (error) {
      state.result = undefined;
      throw error;
    }
  };
};
