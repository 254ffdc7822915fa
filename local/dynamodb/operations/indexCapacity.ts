import type { RowChange } from '../changes/rowChange';
import { equals } from '../conditions/values';
import { tableRules } from '../dynalite/engine';
import { isJsonObject, type JsonObject } from '../../json';
import { projectionOf } from '../tables/projection';
import type { Index } from '../tables/table';

/**
 * Adds to the ConsumedCapacity of a write, if there is one, what its changes cost the indexes of the tables.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations.Writes,
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ThroughputConsiderations.Writes
 */
export const withIndexCapacity = (output: JsonObject, changes: () => readonly RowChange[]): JsonObject => {
  const { ConsumedCapacity: consumed } = output;
  if (consumed === undefined) return output;
  const made = changes();
  return {
    ...output,
    ConsumedCapacity: Array.isArray(consumed) ? consumed.map((one) => add(one, made)) : add(consumed, made),
  };
};

/** One table's capacity with that of its indexes; DynamoDB names only the indexes that were written. */
const add = (capacity: unknown, changes: readonly RowChange[]): unknown => {
  if (!isJsonObject(capacity)) return capacity;
  const ofTable = changes.filter(({ table }) => table.TableName === capacity['TableName']);
  const [table] = ofTable.map((change) => change.table);
  const local = unitsOf(table?.LocalSecondaryIndexes, ofTable);
  const global = unitsOf(table?.GlobalSecondaryIndexes, ofTable);
  return {
    ...capacity,
    CapacityUnits: Number(capacity['CapacityUnits']) + sum([...local.values(), ...global.values()]),
    ...(isAskedPerIndex(capacity) && local.size > 0 && { LocalSecondaryIndexes: described(local) }),
    ...(isAskedPerIndex(capacity) && global.size > 0 && { GlobalSecondaryIndexes: described(global) }),
  };
};

const isAskedPerIndex = (capacity: JsonObject): boolean => capacity['Table'] !== undefined;

/** The units by name of index, without those that cost nothing. */
const unitsOf = (indexes: readonly Index[] = [], changes: readonly RowChange[]): Map<string, number> =>
  new Map(
    indexes
      .map((index) => [index.IndexName, sum(changes.map((change) => unitsFor(index, change)))] as const)
      .filter(([, units]) => units > 0),
  );

const described = (units: ReadonlyMap<string, number>): JsonObject =>
  Object.fromEntries(Array.from(units, ([name, CapacityUnits]) => [name, { CapacityUnits }]));

/** An entry that moves is deleted and written anew; one that stays as it was costs nothing. */
const unitsFor = (index: Index, { table, before, after }: RowChange): number => {
  const [was, is] = [projectionOf(before, index, table), projectionOf(after, index, table)];
  if (was === undefined || is === undefined) return sizeOf(was) + sizeOf(is);
  if (equals({ M: was }, { M: is })) return 0;
  const stays = equals({ M: keyOf(was, index) }, { M: keyOf(is, index) });
  return stays ? Math.max(sizeOf(was), sizeOf(is)) : sizeOf(was) + sizeOf(is);
};

const keyOf = (entry: JsonObject, { KeySchema }: Index): JsonObject =>
  Object.fromEntries(KeySchema.map(({ AttributeName: name }) => [name, entry[name]]));

/** The units that writing an entry, or none, takes. */
const sizeOf = (entry: JsonObject | undefined): number =>
  entry === undefined ? 0 : tableRules.capacityUnits(entry, false, false);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
