import { piecesOf } from './logRecords';

/**
 * Says what is wrong with the bytes of a LevelDB log; undefined when nothing is. A crash may leave a last record
 * that was never finished, and so never answered: that is no damage. Anything unreadable with a sound record
 * behind it, or that is no record at all, is.
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
