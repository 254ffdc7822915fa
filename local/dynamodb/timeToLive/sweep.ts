import type { Clock } from '../../clock';
import { actions } from '../dynalite/engine';
import { runAtOnce } from '../operations/runAction';
import type { Writer } from '../operations/writer';
import { entriesOf, type Storage } from '../storage/storage';
import { itemPrefix, type Catalog } from '../tables/catalog';
import type { Table } from '../tables/table';
import { expiryRange, placeOf } from './expiryIndex';
import { endOf, type TimeToLiveSettings } from './settings';

interface Tools {
  readonly storage: Storage;
  readonly write: Writer;
  readonly catalog: Catalog;
  readonly settings: TimeToLiveSettings;
  readonly clock: Clock;
}

/** Rows that expired longer ago than this are left alone: DynamoDB's guard against mistaken timestamps. */
const longestSeconds = 5 * 365 * 24 * 60 * 60;

/** Removes all expired rows, each recorded as deleted by DynamoDB itself; resolves with their number. */
export const sweepRows = async ({ storage, write, catalog, settings, clock }: Tools): Promise<number> => {
  const now = Math.floor(clock() / 1000);
  let removed = 0;
  for (const [tableName, attribute] of settings) {
    const table = catalog.get(tableName);
    if (table === undefined) continue;
    for await (const [note] of entriesOf(storage, expiryRange(tableName, { from: now - longestSeconds, until: now }))) {
      const rowKey = itemPrefix(tableName) + placeOf(tableName, note);
      removed += await write(({ store, unit, row: rowAt }) => {
        const row = rowAt(rowKey);
        const end = endOf(row, attribute);
        if (row === undefined || end === undefined || end > now) {
          unit.set(note, undefined); // the row is gone, or expires later now
          return 0;
        }
        runAtOnce(actions.DeleteItem, store, { TableName: tableName, Key: keyOf(table, row) });
        return 1;
      }, 'timeToLive');
    }
  }
  return removed;
};

const keyOf = (table: Table, row: object): object =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) => table.KeySchema.some(({ AttributeName }) => AttributeName === name)),
  );
