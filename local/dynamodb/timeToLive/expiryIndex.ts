import type { Follower } from '../changes/rowChange';
import type { Range } from '../storage/storage';
import { endOf, type TimeToLiveSettings } from './settings';

/** The key prefix of an index of a table's rows by expiry, so that the sweeper need not read the table. */
export const expiryPrefix = (table: string): string => `expiry~${table}~`;

export const expiryKey = (table: string, { seconds, place }: { seconds: number; place: string }): string =>
  `${expiryPrefix(table)}${padded(seconds)}~${place}`;

/** The index entries of rows that expire between `from` and `until`, both inclusive, in epoch seconds. */
export const expiryRange = (table: string, { from, until }: { from: number; until: number }): Range => ({
  gte: expiryPrefix(table) + padded(from),
  lt: expiryPrefix(table) + padded(until + 1),
});

/** The row's place within its table, from the key of its index entry. */
export const placeOf = (table: string, key: string): string => key.slice(expiryPrefix(table).length + digits + 1);

/** Keeps the index in step with the rows. */
export const followExpiry =
  (settings: TimeToLiveSettings): Follower =>
  (changes, unit) => {
    for (const { table, place, before, after } of changes) {
      const attribute = settings.get(table.TableName);
      const was = endOf(before, attribute);
      const is = endOf(after, attribute);
      if (was === is) continue;
      if (was !== undefined) unit.set(expiryKey(table.TableName, { seconds: was, place }), undefined);
      if (is !== undefined) unit.set(expiryKey(table.TableName, { seconds: is, place }), '');
    }
  };

const digits = 12;
const padded = (seconds: number): string => String(Math.max(0, seconds)).padStart(digits, '0');
