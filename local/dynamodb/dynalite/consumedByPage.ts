import rules from 'dynalite/db/index.js';
import { indexesOf } from '../checks/keyErrors';
import type { JsonObject } from '../../json';
import { projectionOf } from '../tables/projection';
import { onceForEach } from './onceForEach';
import type { PageArguments } from './store';

/**
 * The ConsumedCapacity of a page, if its input asks for it: half a unit for each 4 KB, or one if it is read
 * consistently, and that much as well when it finds none. Rows that are fetched for a local index count one by one,
 * besides their entries.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ThroughputConsiderations.Reads
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 */
export const consumedByPage = (page: PageArguments, rows: readonly JsonObject[]): JsonObject => {
  const [, table, input, , isLocal, fetchesItems] = page;
  const { ReturnConsumedCapacity: asked, TableName, IndexName, ConsistentRead } = input;
  if (asked !== 'TOTAL' && asked !== 'INDEXES') return {};
  const unit = ConsistentRead === true ? 1 : 0.5;
  const together = (read: readonly JsonObject[]) => Math.max(1, blocksOf(sum(read.map(bytesOf)))) * unit;
  const index = indexesOf(table).find((one) => one.IndexName === IndexName);
  if (index === undefined) {
    const CapacityUnits = together(rows);
    return { ConsumedCapacity: { CapacityUnits, TableName, ...(asked === 'INDEXES' && { Table: { CapacityUnits } }) } };
  }
  const ofTable = fetchesItems ? sum(rows.map((row) => blocksOf(bytesOf(row)))) * unit : 0;
  const ofIndex = together(fetchesItems ? rows.map((row) => projectionOf(row, index, table) ?? {}) : rows);
  const perIndex = {
    Table: { CapacityUnits: ofTable },
    [isLocal ? 'LocalSecondaryIndexes' : 'GlobalSecondaryIndexes']: { [index.IndexName]: { CapacityUnits: ofIndex } },
  };
  return {
    ConsumedCapacity: { CapacityUnits: ofTable + ofIndex, TableName, ...(asked === 'INDEXES' && perIndex) },
  };
};

const blocksOf = (bytes: number): number => Math.ceil(bytes / 4096);

/** A row's size as it counts for what is consumed. */
const bytesOf = onceForEach((row: JsonObject) => rules.itemSize(row));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
