import { WebSocket } from 'ws';

/** How much is buffered for a slow client: a little more than four of the largest events. */
const mostWaitingBytes = 1024 * 1024;

/** Sends messages to a client; one that does not read them is disconnected, so that its buffer stays bounded. */
export const createSender =
  (socket: WebSocket, log: (line: string) => void) =>
  (text: string): void => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (socket.bufferedAmount <= mostWaitingBytes) return socket.send(text);
    log('AppSync: a subscriber that does not read was cut off.');
    return socket.terminate();
  };
