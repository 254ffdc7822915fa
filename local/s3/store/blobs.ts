import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { syncDirectory } from '../../disk/syncDirectory';
import { StoreCorrupted } from '../errors';
import { createHolds } from './holds';
import type { Piece } from './version';

/** Immutable byte sequences with random ids; a record elsewhere makes them part of an object. */
export interface Blobs {
  /** Resolves with the new blob's id once its bytes are on disk; leaves nothing behind if the source fails. */
  readonly write: (chunks: AsyncIterable<Buffer>) => Promise<string>;
  /**
   * Reads the bytes from `start` to `end`, both inclusive, of concatenated pieces. From the call on they are kept until
   * the stream is closed, even if their object is removed meanwhile.
   */
  readonly read: (pieces: readonly Piece[], start: number, end: number) => Readable;
  readonly remove: (blobId: string) => Promise<void>;
  /** Removes all blobs but `kept`: leftovers of interrupted writes. StoreCorrupted if a kept one is missing. */
  readonly sweep: (kept: ReadonlySet<string>) => Promise<void>;
}

const bufferBytes = 1024 * 1024;

/** Opens the folder of blobs. */
export const openBlobs = async (directory: string): Promise<Blobs> => {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const pathOf = (blobId: string) => join(directory, blobId);

  const write = async (chunks: AsyncIterable<Buffer>): Promise<string> => {
    const blobId = randomUUID();
    // Opened before anything can fail: a file opened later might appear after its removal.
    const file = await open(pathOf(blobId), 'wx', 0o600);
    try {
      // `flush` is fsync before the file is closed.
      await pipeline(chunks, file.createWriteStream({ flush: true, highWaterMark: bufferBytes }));
    } catch (error) {
      await rm(pathOf(blobId), { force: true });
      throw error;
    }
    await syncDirectory(directory);
    return blobId;
  };

  const holds = createHolds((blobId) => rm(pathOf(blobId), { force: true }));
  const remove = holds.remove;

  const read = (pieces: readonly Piece[], start: number, end: number): Readable => {
    const release = holds.hold(pieces.map(({ blobId }) => blobId));
    // On 'close', not at the end of the bytes: a reader that leaves before the first byte never starts the generator.
    return streamOf(pieces, start, end).once('close', () => {
      release().catch(() => undefined); // what cannot be removed is left to `sweep`
    });
  };

  const streamOf = (pieces: readonly Piece[], start: number, end: number): Readable => {
    const [piece] = pieces;
    if (piece === undefined || pieces.length > 1 || end < start) {
      return Readable.from(readEach(pieces, start, end), { objectMode: false, highWaterMark: bufferBytes });
    }
    // A single file is streamed directly, which is faster than through a generator.
    return createReadStream(pathOf(piece.blobId), { start, end, highWaterMark: bufferBytes });
  };

  async function* readEach(pieces: readonly Piece[], start: number, end: number): AsyncGenerator<Buffer> {
    let offset = 0;
    for (const { blobId, size } of pieces) {
      const from = Math.max(start - offset, 0);
      const to = Math.min(end - offset, size - 1);
      if (from <= to) yield* createReadStream(pathOf(blobId), { start: from, end: to, highWaterMark: bufferBytes });
      offset += size;
    }
  }

  const sweep = async (kept: ReadonlySet<string>): Promise<void> => {
    const present = new Set(await readdir(directory));
    for (const blobId of kept) if (!present.has(blobId)) throw new StoreCorrupted(pathOf(blobId));
    for (const blobId of present) if (!kept.has(blobId)) await remove(blobId);
  };

  return { write, read, remove, sweep };
};
