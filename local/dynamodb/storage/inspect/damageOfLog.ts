import { crc32c } from '@aws-crypto/crc32c';

/**
 * Says what is wrong with the bytes of a LevelDB log; undefined when nothing is. A crash may leave a last record
 * that was never finished, and so never answered: that is no damage. Anything unreadable with a sound record
 * behind it, or that is no record at all, is.
 * https://github.com/google/leveldb/blob/main/doc/log_format.md
 */
export const damageOfLog = (log: Buffer): string | undefined => {
  let unreadable: number | undefined;
  for (const { start, state } of piecesOf(log)) {
    if (state === 'foreign') return `holds no record at byte ${start}`;
    if (state === 'broken') unreadable ??= start;
    if (state === 'sound' && unreadable !== undefined) return `is unreadable at byte ${unreadable}`;
  }
  return undefined;
};

interface Piece {
  readonly start: number;
  /** `foreign` is what no writer of logs leaves, not even one that is cut off. */
  readonly state: 'sound' | 'broken' | 'foreign';
}

const blockSize = 32 * 1024;
const headerSize = 7;
const highestType = 4;

function* piecesOf(log: Buffer): Generator<Piece> {
  let start = 0;
  while (start + headerSize <= log.length) {
    const blockEnd = (Math.floor(start / blockSize) + 1) * blockSize;
    if (start + headerSize > blockEnd) {
      start = blockEnd; // the trailer, too short for a record
      continue;
    }
    const end = start + headerSize + log.readUInt16LE(start + 4);
    const type = log.readUInt8(start + 6);
    if (type > highestType || end > blockEnd) {
      yield { start, state: 'foreign' };
      return;
    }
    if (type === 0) {
      yield { start, state: 'broken' }; // space that was set aside but never written
      start = blockEnd;
      continue;
    }
    const isSound = end <= log.length && isChecked(log, { start, end });
    yield { start, state: isSound ? 'sound' : 'broken' };
    start = end;
  }
}

const isChecked = (log: Buffer, { start, end }: { start: number; end: number }): boolean =>
  log.readUInt32LE(start) === masked(crc32c(log.subarray(start + 6, end)));

/** LevelDB stores checksums turned and shifted. */
const masked = (crc: number): number => (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
