import type { Duplex } from 'node:stream';

const refusals = {
  noSuchPath: ['404 Not Found', 'NotFoundException', 'There is nothing at this path.'],
  foreignOrigin: ['403 Forbidden', 'ForbiddenException', 'Pages of this origin may not connect.'],
} as const;

/** Refuses to open a WebSocket, in the format that the same path has over HTTP. */
export const refuseUpgrade = (socket: Duplex, why: keyof typeof refusals): void => {
  const [status, errorType, message] = refusals[why];
  const body = JSON.stringify({ errors: [{ errorType, message }] });
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json;charset=UTF-8\r\n` +
      `x-amzn-ErrorType: ${errorType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
};
