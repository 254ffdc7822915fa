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
  /** Called with the bytes of the range sent so far; starts from 0 in every attempt. */
  readonly onSent: (bytes: number) => void;
}

/** EXPIRED: the URL is too old, request another. The other two mean that the bytes are there; saving proves them. */
export type PutOutcome = 'STORED' | 'PRESENT' | 'EXPIRED';

/** PUTs a range of a file, streamed from disk. Rejects with ConnectionFailed, Refused or FileChanged. */
export const putRange = async (put: RangePut): Promise<PutOutcome> => {
  const { status, text } = await send(put);
  if (status < 300) return 'STORED';
  if (status === 412) return 'PRESENT'; // a ticket works once: the bytes were sent, only the response was lost
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
      duplex: 'half', // required by fetch for a streamed body
      signal: put.signal,
    });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    put.signal.throwIfAborted();
    await requireUnchanged(put.file); // a file truncated meanwhile also breaks the request
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
