import type { IncomingMessage } from 'node:http';
import { BodyTooLarge } from './errors';

/** The whole body, at most `limitBytes`; past that it throws BodyTooLarge and reads no further. */
export const readBody = async (request: IncomingMessage, limitBytes: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  const body: AsyncIterable<Buffer> = request;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limitBytes) throw new BodyTooLarge(limitBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
};
