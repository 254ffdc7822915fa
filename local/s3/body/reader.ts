import { S3Error } from '../errors';

/** Reads a byte stream by lines and by counts; the latter without copying. */
export interface ByteReader {
  /** The next line without its CRLF; IncompleteBody if it exceeds 4 KiB, ends in a bare LF, or the stream ends. */
  readonly line: () => Promise<string>;
  /** The next bytes, at most `limit`; IncompleteBody at the end of the stream. */
  readonly some: (limit: number) => Promise<Buffer>;
  /** Whether the stream has ended. */
  readonly isAtEnd: () => Promise<boolean>;
  /** Stops reading, so that somebody else can read the rest. */
  readonly close: () => Promise<void>;
}

const maxLineBytes = 4096;

/** Starts reading a stream. */
export const createReader = (source: AsyncIterable<Buffer>): ByteReader => {
  const iterator = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  const isAtEnd = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await iterator.next();
      if (next.done === true) return true;
      rest = next.value;
    }
    return false;
  };

  const some = async (limit: number): Promise<Buffer> => {
    if (await isAtEnd()) throw new S3Error('IncompleteBody');
    const taken = rest.subarray(0, limit);
    rest = rest.subarray(taken.length);
    return taken;
  };

  const line = async (): Promise<string> => {
    const taken: Buffer[] = [];
    for (let size = 0; size <= maxLineBytes;) {
      if (await isAtEnd()) break;
      const end = rest.indexOf('\n');
      const piece = await some(end < 0 ? rest.length : end + 1);
      taken.push(piece);
      size += piece.length;
      if (end >= 0) return withoutCrlf(Buffer.concat(taken).toString('latin1'));
    }
    throw new S3Error('IncompleteBody');
  };

  const close = async (): Promise<void> => void (await iterator.return?.());

  return { line, some, isAtEnd, close };
};

/** Rejects a bare LF: parsers that disagree on it would see different chunks in the same bytes. */
const withoutCrlf = (line: string): string => {
  if (!line.endsWith('\r\n')) throw new S3Error('IncompleteBody');
  return line.slice(0, -2);
};
