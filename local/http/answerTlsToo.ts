import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { createServer, type Server as TlsServer } from 'node:tls';
import type { Identity } from '../tls/identityFiles';

export interface TlsOptions {
  /** Called when the first client speaks TLS. */
  readonly identity: () => Promise<Identity>;
  readonly log: (line: string) => void;
}

/** The first byte of a TLS handshake record. RFC 8446, 5.1 */
const handshake = 0x16;
const patienceMilliseconds = 10_000;

/**
 * Makes an HTTP server that is not listening yet also answer TLS on its port: the first byte of a connection tells
 * which of the two the client speaks. A client that sends nothing, or does not complete its handshake, is cut off after
 * 10 s, or when the returned function is called.
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
      (await secured()).emit('connection', socket); // its handshakeTimeout ends a handshake that takes too long
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

/** A connection that breaks before it sends anything is not worth a log line. */
const ignore = (): void => undefined;

const isSamePeer = (one: Socket, other: Socket) =>
  one.remotePort === other.remotePort && one.remoteAddress === other.remoteAddress;

/** Runs `work` on the first call and shares its result; runs it again only after a failure. */
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
