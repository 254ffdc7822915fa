import type { Duplex } from 'node:stream';

const body = JSON.stringify({
  errors: [{ errorType: 'NotFoundException', message: 'There is nothing at this path.' }],
});

/** Answers a client that asks for WebSocket where there is none, in the form that the path has over HTTP. */
export const refuseUpgrade = (socket: Duplex): void => {
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-type: application/json;charset=UTF-8\r\n` +
      `x-amzn-ErrorType: NotFoundException\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
};
