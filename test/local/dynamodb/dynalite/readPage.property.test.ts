import rules from 'dynalite/db/index.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Store, SubStore } from '../../../../local/dynamodb/dynalite/store';
import { openTables } from '../../../../local/dynamodb/openTables';
import type { Range } from '../../../../local/dynamodb/storage/storage';
import type { JsonObject } from '../../../../local/json';
import { valueStream } from './valueStream';

/** dynalite's own reading, from before the twin replaces it. */
const readAsDynalite = await vi.hoisted(async () => (await import('dynalite/db/index.js')).default.queryTable);

const byDynalite = async <Result>(read: () => Promise<Result>): Promise<Result> => {
  const { queryTable } = rules;
  rules.queryTable = (store, ...page) => readAsDynalite(streaming(store), ...page);
  return await read().finally(() => (rules.queryTable = queryTable));
};

/** A store with the streams that dynalite reads from. */
const streaming = (store: Store): Store => ({
  ...store,
  getItemDb: (name) => withStream(store.getItemDb(name)),
  getIndexDb: (...names) => withStream(store.getIndexDb(...names)),
});

const withStream = (rows: SubStore) => ({
  ...rows,
  createValueStream: ({ limit, ...range }: Range & { limit?: number }) => valueStream(rows.openRows(range), limit),
});

const table = {
  name: 'Pages',
  partitionKey: { name: 'P', type: 'S' },
  sortKey: { name: 'S', type: 'N' },
  timeToLiveAttribute: 'E',
  localIndexes: [{ name: 'ByTitle', sortKey: { name: 'Title', type: 'S' } }],
  stream: false,
} as const;

const open = async () => {
  const tables = await openTables({ tables: [table], clock: () => 0 });
  for (let at = 0; at < 60; at += 1) {
    const bytes = at % 3 === 0 ? 60_000 : 10;
    const Item = {
      P: { S: at < 50 ? 'a' : 'b' },
      S: { N: String(at) },
      ...(at % 7 !== 0 && { Title: { S: `t${String(at % 11).padStart(2, '0')}${at}` } }),
      Weight: { N: String((at * 37) % 50) },
      Text: { S: 'x'.repeat(bytes) },
      Parts: { M: { n: { N: String(at) } } },
    };
    await tables.call('PutItem', { TableName: table.name, Item });
  }
  return tables;
};

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const page = fc.record({
  isScan: fc.boolean(),
  isIndex: fc.boolean(),
  isBackward: fc.boolean(),
  limit: maybe(fc.integer({ min: 1, max: 70 })),
  filter: maybe(fc.constantFrom('Weight > :n', 'Parts.n < :n', 'attribute_exists(Parts) AND Weight < :n')),
  projection: maybe(fc.constantFrom('P, Weight', 'Parts.n', 'S')),
  isCount: fc.boolean(),
  capacity: fc.constantFrom('NONE', 'TOTAL', 'INDEXES'),
  isConsistent: fc.boolean(),
  owner: fc.constantFrom('a', 'b', 'nobody'),
  n: fc.integer({ min: 0, max: 50 }),
});

type Page = typeof page extends fc.Arbitrary<infer Value> ? Value : never;

const inputOf = (drawn: Page) => {
  const { isScan, isIndex, isBackward, limit, filter, projection, isCount, owner, n, capacity, isConsistent } = drawn;
  const values = { ...(!isScan && { ':p': { S: owner } }), ...(filter && { ':n': { N: String(n) } }) };
  return {
    TableName: table.name,
    ReturnConsumedCapacity: capacity,
    ConsistentRead: isConsistent,
    ...(isIndex && { IndexName: 'ByTitle' }),
    ...(limit && { Limit: limit }),
    ...(filter && { FilterExpression: filter }),
    ...(isCount ? { Select: 'COUNT' } : projection && { ProjectionExpression: projection }),
    ...(!isScan && { KeyConditionExpression: 'P = :p', ScanIndexForward: !isBackward }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
};

/** An answer as JSON, less what an empty page consumes: nothing, by dynalite. */
const comparable = (answer: JsonObject): unknown => {
  const { ConsumedCapacity, ...rest } = JSON.parse(JSON.stringify(answer));
  return rest.ScannedCount === 0 ? rest : { ConsumedCapacity, ...rest };
};

describe('a page', () => {
  it('holds what dynalite’s own reading gives, to the last one, also when it is asked for again', async () => {
    const tables = await open();
    const counted = { pages: 0 };
    expect(rules.queryTable).not.toBe(readAsDynalite);

    await fc.assert(
      fc.asyncProperty(page, async (drawn) => {
        const operation = drawn.isScan ? 'Scan' : 'Query';
        let start: unknown;
        do {
          const input = { ...inputOf(drawn), ...(start ? { ExclusiveStartKey: start } : {}) };
          const own = await tables.call(operation, input);
          expect(await tables.call(operation, input)).toEqual(own);
          const wanted = await byDynalite(() => tables.call(operation, input));
          expect(comparable(own)).toEqual(comparable(wanted));
          start = own['LastEvaluatedKey'];
          counted.pages += 1;
        } while (start !== undefined);
      }),
      { numRuns: 150 },
    );
    await tables.close();

    expect(counted.pages).toBeGreaterThan(300);
  });
});
