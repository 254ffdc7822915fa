import { piecesOf } from './logRecords';

/**
 * Describes the damage in the bytes of a LevelDB log; undefined if there is none. A crash may leave a last record that
 * was never completed, and so never acknowledged: that is no damage. Anything unreadable that a sound record follows,
 * or that is no record at all, is damage.
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
