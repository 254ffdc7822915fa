import type { IncomingMessage } from 'node:http';
import type { Identity } from '../auth/authenticate';
import { ClientGone, S3Error } from '../errors';
import { decodeAwsChunked, type Trailers } from './awsChunked';

/** A request's body without its transfer coding. */
export interface Body {
  readonly chunks: AsyncIterable<Buffer>;
  /** Complete once `chunks` has been read to the end. */
  readonly trailers: Trailers;
}

/** Opens the body for reading, once. To stop early keeps the connection usable for the response. */
export const openBody = (request: IncomingMessage, { payload, chain }: Pick<Identity, 'payload' | 'chain'>): Body => {
  const trailers: Trailers = new Map();
  const raw = readRaw(request);
  const announced = String(request.headers['x-amz-trailer'] ?? '').toLowerCase();
  return {
    chunks: payload.kind === 'chunked' ? decodeAwsChunked(raw, { ...payload, chain, announced, trailers }) : raw,
    trailers,
  };
};

/** Reads a small body whole; beyond the limit, throws MaxMessageLengthExceeded. */
export const readWhole = async ({ chunks }: Pick<Body, 'chunks'>, limitBytes: number): Promise<Buffer> => {
  const all: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limitBytes) {
      throw new S3Error('MaxMessageLengthExceeded', { details: { MaxMessageLengthBytes: String(limitBytes) } });
    }
    all.push(chunk);
  }
  return Buffer.concat(all, size);
};

/** The bytes as received; throws ClientGone if the connection closes before the request is complete. */
export async function* readRaw(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* request.iterator({ destroyOnReturn: false });
  } catch (error) {
    throw request.destroyed && !request.complete ? new ClientGone() : error;
  }
}
