import type { TableDescription } from '../../../config/table';
import { TableMismatch } from '../errors';
import { canonical } from '../json';
import type { JsonObject } from '../../json';
import type { Operation } from '../operations/operation';
import type { Catalog } from './catalog';
import type { Index, KeyElement, Table } from './table';

/** Creates a described table if missing; rejects with TableMismatch if its keys or indexes differ. */
export const ensureTable = async (
  description: TableDescription,
  { catalog, createTable }: { readonly catalog: Catalog; readonly createTable: Operation },
): Promise<void> => {
  const stored = catalog.get(description.name);
  const wanted = inputOf(description);
  if (stored === undefined) await createTable(structuredClone(wanted));
  else refuseMismatch(stored, description);
};

/** On-demand billing, each local index projecting all attributes: as in the CDK app. */
const inputOf = (description: TableDescription) => ({
  TableName: description.name,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: keySchemaOf(description.partitionKey.name, description.sortKey.name),
  AttributeDefinitions: attributesOf(description),
  ...(description.localIndexes.length === 0
    ? {}
    : {
        LocalSecondaryIndexes: description.localIndexes.map(({ name, sortKey }) => ({
          IndexName: name,
          KeySchema: keySchemaOf(description.partitionKey.name, sortKey.name),
          Projection: { ProjectionType: 'ALL' },
        })),
      }),
});

const keySchemaOf = (partition: string, sort: string): KeyElement[] => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

const attributesOf = ({ partitionKey, sortKey, localIndexes }: TableDescription) => {
  const keys = [partitionKey, sortKey, ...localIndexes.map((index) => index.sortKey)];
  const types = new Map(keys.map(({ name, type }) => [name, type]));
  return Array.from(types, ([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }));
};

const refuseMismatch = (stored: Table, description: TableDescription): void => {
  const wanted = inputOf(description);
  const differs = (a: unknown, b: unknown): boolean => canonical(a) !== canonical(b);
  if (differs(stored.KeySchema, wanted.KeySchema)) throw new TableMismatch(description.name, 'keys');
  if (differs(byName(stored.AttributeDefinitions), byName(wanted.AttributeDefinitions))) {
    throw new TableMismatch(description.name, 'key types or indexes');
  }
  if (differs(indexesOf(stored.LocalSecondaryIndexes), indexesOf(wanted.LocalSecondaryIndexes))) {
    throw new TableMismatch(description.name, 'indexes');
  }
};

const byName = (attributes: Table['AttributeDefinitions']): JsonObject =>
  Object.fromEntries(attributes.map(({ AttributeName, AttributeType }) => [AttributeName, AttributeType]));

const indexesOf = (indexes: readonly Index[] = []): JsonObject =>
  Object.fromEntries(indexes.map(({ IndexName, KeySchema }) => [IndexName, KeySchema]));
