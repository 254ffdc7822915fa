import { crc32c } from '@aws-crypto/crc32c';

/** A piece of a LevelDB log: a record, or a fragment of one that spans blocks. */
interface LogPiece {
  /** Its offset in the file, in bytes. */
  readonly start: number;
  /** `foreign` is what no log writer leaves, not even an interrupted one. */
  readonly state: 'sound' | 'broken' | 'foreign';
  readonly type: number;
  readonly data: Buffer;
}

const blockSize = 32 * 1024;
const headerSize = 7;
const types = { first: 2, middle: 3, last: 4 };
const highestType = types.last;

/**
 * The pieces of a log in order, up to and including the first foreign one.
 * https://github.com/google/leveldb/blob/main/doc/log_format.md
 */
export function* piecesOf(log: Buffer): Generator<LogPiece> {
  let start = 0;
  while (start + headerSize <= log.length) {
    const blockEnd = (Math.floor(start / blockSize) + 1) * blockSize;
    if (start + headerSize > blockEnd) {
      start = blockEnd; // the trailer, too short for a record
      continue;
    }
    const end = start + headerSize + log.readUInt16LE(start + 4);
    const type = log.readUInt8(start + 6);
    const data = log.subarray(start + headerSize, end);
    if (type > highestType || end > blockEnd) {
      yield { start, state: 'foreign', type, data };
      return;
    }
    if (type === 0) {
      yield { start, state: 'broken', type, data }; // space that was preallocated but never written
      start = blockEnd;
      continue;
    }
    const isSound = end <= log.length && isChecked(log, { start, end });
    yield { start, state: isSound ? 'sound' : 'broken', type, data };
    start = end;
  }
}

/** The complete records of a log in order, up to the first unsound piece. */
export function* recordsOf(log: Buffer): Generator<Buffer> {
  let parts: Buffer[] = [];
  for (const { state, type, data } of piecesOf(log)) {
    if (state !== 'sound') return;
    parts.push(data);
    if (type === types.first || type === types.middle) continue;
    yield Buffer.concat(parts);
    parts = [];
  }
}

const isChecked = (log: Buffer, { start, end }: { start: number; end: number }): boolean =>
  log.readUInt32LE(start) === masked(crc32c(log.subarray(start + 6, end)));

/** LevelDB masks stored checksums: it rotates them and adds a constant. */
const masked = (crc: number): number => (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
