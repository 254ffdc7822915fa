import { WebSocket } from 'ws';

/** What may wait for a client that does not read: a little more than four of the largest events. */
const mostWaitingBytes = 1024 * 1024;

/** Sends texts to a client; one that does not read them is cut off, so that what waits for it stays bounded. */
export const createSender =
  (socket: WebSocket, log: (line: string) => void) =>
  (text: string): void => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (socket.bufferedAmount <= mostWaitingBytes) return socket.send(text);
    log('AppSync: a subscriber that does not read was cut off.');
    return socket.terminate();
  };
