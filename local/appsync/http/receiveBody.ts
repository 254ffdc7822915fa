import type { IncomingMessage } from 'node:http';
import { MalformedRequest } from '../errors';

const arrivalLimitMilliseconds = 30_000;

/**
 * Reads the whole body, at most `limitBytes`. Anything over the limit is read and discarded, so that the refusal
 * reaches the client; a body that is not complete after 30 s is refused.
 */
export const receiveBody = (request: IncomingMessage, limitBytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = (message: string, status?: number): void => reject(new MalformedRequest(message, status));
    const stalled = setTimeout(() => refuse('The request body did not arrive.', 408), arrivalLimitMilliseconds);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limitBytes) chunks.push(chunk);
      else if (size - chunk.length <= limitBytes) refuse(`The request body is larger than ${limitBytes} bytes.`, 413);
    });
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', () => refuse('The request was cut off.'));
    request.on('close', () => {
      clearTimeout(stalled);
      if (!request.complete) refuse('The request was cut off.');
    });
  });
