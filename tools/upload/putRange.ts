import { createReadStream } from 'node:fs';
import { Refused } from '../../schema/requests/errors';
import { isStorageBusy } from '../../schema/requests/isStorageBusy';
import { ConnectionFailed } from './errors';
import { requireUnchanged, type LocalFile } from './localFile';

export interface RangePut {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: LocalFile;
  readonly start: number;
  readonly size: number;
  readonly signal: AbortSignal;
  /** How many bytes of the range are on their way by now; from 0 in every try. */
  readonly onSent: (bytes: number) => void;
}

/** EXPIRED: the URL is too old, ask for another. Both others mean that the bytes are there; saving proves them. */
export type PutOutcome = 'STORED' | 'PRESENT' | 'EXPIRED';

/** PUTs a range of a file from disk, in the memory of a few chunks. Rejects with ConnectionFailed or Refused. */
export const putRange = async (put: RangePut): Promise<PutOutcome> => {
  const { status, text } = await send(put);
  if (status < 300) return 'STORED';
  if (status === 412) return 'PRESENT'; // sent before, and only its answer was lost: a ticket serves once
  if (status === 403 && text.includes('Request has expired')) return 'EXPIRED';
  const code = inTag(text, 'Code') ?? `HTTP ${status}`;
  const message = inTag(text, 'Message') ?? 'Storage refused the bytes.';
  throw isStorageBusy(status, text) ? new ConnectionFailed(`Storage is busy: ${code}`) : new Refused(code, message);
};

const send = async (put: RangePut): Promise<{ readonly status: number; readonly text: string }> => {
  try {
    const answer = await fetch(put.url, {
      method: 'PUT',
      headers: { ...put.headers, 'content-length': String(put.size) },
      body: read(put),
      duplex: 'half', // Node's fetch wants it said: the answer comes after the bytes
      signal: put.signal,
    });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    put.signal.throwIfAborted();
    await requireUnchanged(put.file); // a file that was cut short ends the request, too
    throw new ConnectionFailed('Storage does not answer.', { cause: error });
  }
};

const read = async function* ({ file, start, size, onSent }: RangePut): AsyncGenerator<Uint8Array> {
  const sent = { bytes: 0 };
  onSent(0);
  for await (const chunk of createReadStream(file.path, { start, end: start + size - 1, highWaterMark: 256 * 1024 })) {
    sent.bytes += chunk.length;
    onSent(sent.bytes);
    yield chunk;
  }
};

/** The text of an element of S3's error document. */
const inTag = (xml: string, tag: string): string | undefined =>
  new RegExp(`<${tag}>([^<]{1,200})</${tag}>`).exec(xml)?.[1];
