import type { IncomingMessage } from 'node:http';
import { BodyTooLarge } from './errors';

/**
 * Reads the whole body of at most `limitBytes`; beyond that, stops reading and throws BodyTooLarge. A client that takes
 * longer than `milliseconds` to send it is cut off.
 */
export const readBody = async (
  request: IncomingMessage,
  limitBytes: number,
  milliseconds = 30_000,
): Promise<Buffer> => {
  const deadline = setTimeout(() => request.destroy(), milliseconds);
  const chunks: Buffer[] = [];
  let size = 0;
  const body: AsyncIterable<Buffer> = request;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > limitBytes) throw new BodyTooLarge(limitBytes);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  } finally {
    clearTimeout(deadline);
  }
};
