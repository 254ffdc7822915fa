import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Authenticate } from '../auth/authenticate';
import { type ConnectionOptions, createConnection } from './createConnection';
import { protocol } from './credentials';
import { payloadLimitBytes } from './delivery/deliver';
import { identify } from './identify';
import { isWelcome } from './isWelcome';
import { connectionErrorOf } from './messageErrorsOf';
import { connectionFailed } from './messages';
import { refuseUpgrade } from './refuseUpgrade';

/** The path that Amplify and custom domains use, and that of AppSync's own domain. */
const paths: ReadonlySet<string> = new Set(['/graphql/realtime', '/graphql']);

/** How long to wait for a refused client to listen, and for a client to leave when the server closes. */
const patienceMilliseconds = 1_000;

export interface EndpointOptions extends ConnectionOptions {
  readonly authenticate: Authenticate;
  /** The origins whose pages may connect; any origin if absent, as on AWS. */
  readonly allowedOrigins?: readonly string[];
}

export interface Endpoint {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Closes every connection; terminates those of clients that do not close in time. */
  readonly close: () => Promise<void>;
}

/** Accepts WebSocket connections; checks the credentials of every client and the origin of web pages. */
export const createEndpoint = (options: EndpointOptions): Endpoint => {
  const { allowedOrigins, authenticate, log, timers } = options;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: payloadLimitBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  });

  const admit = async (request: IncomingMessage, socket: WebSocket): Promise<void> => {
    // An error ends its own connection, nothing else.
    socket.on('error', () => socket.terminate());
    socket.pause(); // Messages that arrive before the check is done wait.
    try {
      await identify(request, authenticate);
      createConnection(socket, request.socket, options);
    } catch (error) {
      dismiss(socket, connectionFailed(connectionErrorOf(error, log)));
    } finally {
      socket.resume();
    }
  };

  /** Clients listen once they have sent a message; one that sends none is refused after a while. */
  const dismiss = (socket: WebSocket, text: string): void => {
    const tell = (): void => {
      stopWaiting();
      socket.send(text);
      socket.close(1000);
    };
    const stopWaiting = timers.after(patienceMilliseconds, tell);
    socket.once('message', tell).once('close', stopWaiting);
  };

  return {
    upgrade: (request, socket, head) => {
      if (!paths.has((request.url ?? '/').split('?', 1)[0] ?? '/')) return refuseUpgrade(socket, 'noSuchPath');
      if (allowedOrigins !== undefined && !isWelcome(request.headers, allowedOrigins)) {
        const { origin = '' } = request.headers;
        log(
          `AppSync: a page of ${JSON.stringify(origin.slice(0, 200))} may not connect, only ${allowedOrigins.join(', ')}. --origin URL adds one.`,
        );
        return refuseUpgrade(socket, 'foreignOrigin');
      }
      return server.handleUpgrade(request, socket, head, (accepted) => void admit(request, accepted));
    },
    close: async () => {
      const gone = [...server.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of server.clients) socket.close(1001, 'The server ends.');
      const stopWaiting = timers.after(patienceMilliseconds, () =>
        server.clients.forEach((socket) => socket.terminate()),
      );
      await Promise.all(gone);
      stopWaiting();
    },
  };
};
