import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMemory } from '../../../../local/dynamodb/storage/openMemory';
import { createRecentRanges, type RecentRanges } from '../../../../local/dynamodb/storage/recentRanges';
import type { Range, Storage } from '../../../../local/dynamodb/storage/storage';

const key = fc.string({ unit: fc.constantFrom('a', 'b', '~', '😀', '😿'), minLength: 1, maxLength: 4 });

const range: fc.Arbitrary<Range> = fc
  .record({
    low: fc.oneof(
      key.map((gt) => ({ gt })),
      key.map((gte) => ({ gte })),
      fc.constant({}),
    ),
    high: fc.oneof(
      key.map((lt) => ({ lt })),
      key.map((lte) => ({ lte })),
      fc.constant({}),
    ),
    order: fc.constantFrom({}, { reverse: true }),
  })
  .map(({ low, high, order }) => ({ ...low, ...high, ...order }));

/** A few ranges, repeated, since a range's first read comes from storage. */
const ranges = fc.array(range, { minLength: 1, maxLength: 4 });

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      range: fc.nat(3),
      isToTheEnd: fc.boolean(),
      counts: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ writes: fc.dictionary(key, fc.option(fc.constantFrom('x', 'y'), { nil: undefined })) }),
  },
);

const readOn = async (storage: Pick<Storage, 'read'>, asked: Range, counts: readonly number[]) => {
  const reader = storage.read(asked);
  const calls = [];
  for (const count of counts) calls.push(await reader.next(count));
  await reader.close();
  return calls;
};

/** A call may return fewer rows than asked for, but none only at the end, which this many calls reach. */
const toTheEnd = Array<number>(200).fill(5);

const write = async (storage: Storage, recent: RecentRanges, writes: ReadonlyMap<string, string | undefined>) => {
  await storage.write(writes);
  recent.forget(writes.keys());
};

describe('createRecentRanges', () => {
  it('reads what the storage holds, whatever was read and written before', async () => {
    await fc.assert(
      fc.asyncProperty(ranges, fc.array(step, { maxLength: 40 }), async (asked, steps) => {
        const storage = await openMemory();
        const recent = createRecentRanges(storage);
        for (const action of steps) {
          if ('writes' in action) await write(storage, recent, new Map(Object.entries(action.writes)));
          else {
            const chosen = asked[action.range % asked.length] ?? {};
            const all = (await readOn(storage, chosen, toTheEnd)).flat();
            const counts = action.isToTheEnd ? [...action.counts, ...toTheEnd] : action.counts;
            const calls = await readOn(recent, chosen, counts);
            const read = calls.flat();
            expect(read).toEqual(all.slice(0, read.length));
            expect(calls.every((entries, at) => entries.length <= (counts[at] ?? 0))).toBe(true);
            if (calls.some((entries) => entries.length === 0)) expect(read).toEqual(all);
          }
        }
        await storage.close();
      }),
      { numRuns: 300 },
    );
  });

  it('does not keep what somebody wrote over while it was read', async () => {
    const storage = await openMemory();
    const recent = createRecentRanges(storage);
    await write(storage, recent, new Map([['a', 'old']]));

    const reader = recent.read({ gte: 'a', lt: 'b' });
    const before = await reader.next(1);
    await write(storage, recent, new Map([['a', 'new']]));
    await reader.close();

    expect(before).toEqual([['a', 'old']]);
    expect(await readOn(recent, { gte: 'a', lt: 'b' }, [1])).toEqual([[['a', 'new']]]);
  });

  it('asks the storage once for what nobody changes', async () => {
    const storage = await openMemory();
    const asked: Range[] = [];
    const counted: Storage = { ...storage, read: (wanted) => (asked.push(wanted), storage.read(wanted)) };
    const recent = createRecentRanges(counted);
    await write(
      storage,
      recent,
      new Map([
        ['a~1', 'one'],
        ['a~2', 'two'],
        ['b', 'three'],
      ]),
    );

    for (let turn = 0; turn < 3; turn += 1) await readOn(recent, { gte: 'a~', lt: 'a~~' }, [2]);
    await write(storage, recent, new Map([['c', 'elsewhere']]));
    await readOn(recent, { gte: 'a~', lt: 'a~~' }, [1]);

    expect(asked).toHaveLength(1);
  });

  it('keeps no more than it may', async () => {
    const storage = await openMemory();
    const asked: Range[] = [];
    const counted: Storage = { ...storage, read: (wanted) => (asked.push(wanted), storage.read(wanted)) };
    const recent = createRecentRanges(counted);
    const long = 'x'.repeat(60_000);
    await write(storage, recent, new Map(Array.from({ length: 100 }, (_, at) => [`k${at}~`, long])));

    const readAll = async () => {
      for (let at = 0; at < 100; at += 1) await readOn(recent, { gte: `k${at}~`, lt: `k${at}~~` }, [5, 5]);
    };
    await readAll();
    await readOn(recent, { gte: 'k99~', lt: 'k99~~' }, [5]);
    const asksOfNewest = asked.length;
    await readOn(recent, { gte: 'k0~', lt: 'k0~~' }, [5]);

    expect(asksOfNewest).toBe(100);
    expect(asked).toHaveLength(101);
  });
});
