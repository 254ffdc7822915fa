import { nextTick } from 'node:process';
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';

/** How much is buffered for a slow client: a little more than four of the largest events. */
const maxWaitingBytes = 1024 * 1024;

/**
 * Sends messages to a client. Those of one tick are written together, because an event often goes to many
 * subscriptions of a connection. A client that has not read enough of what was sent before is disconnected, so that its
 * buffer stays bounded.
 */
export const createSender = (socket: WebSocket, stream: Duplex, log: (line: string) => void) => {
  let isGathering = false;
  const gather = (): void => {
    isGathering = true;
    stream.cork();
    nextTick(() => {
      isGathering = false;
      stream.uncork();
    });
  };
  return (text: string): void => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (!isGathering && socket.bufferedAmount > maxWaitingBytes) {
      log('AppSync: a subscriber that does not read was cut off.');
      return socket.terminate();
    }
    if (!isGathering) gather();
    socket.send(text);
  };
};
