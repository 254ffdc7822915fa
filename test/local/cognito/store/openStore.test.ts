import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoreDamaged, StoreOfAnotherPool } from '../../../../local/cognito/store/errors';
import { openPoolStore } from '../../../../local/cognito/store/poolStore';
import type { Group } from '../../../../local/cognito/store/rows';

const poolId = 'us-east-1_LocalPool1';

const group = (id: string): Group => ({ id, createdAt: 1, modifiedAt: 1 });

const withFile = async (work: (file: string) => Promise<void>) => {
  const folder = await mkdtemp(join(tmpdir(), 'user-pool-'));
  try {
    await work(join(folder, 'below', 'pool.journal'));
  } finally {
    await rm(folder, { recursive: true });
  }
};

const namesIn = async (file: string) => {
  const store = await openPoolStore({ poolId, file });
  await store.close();
  return store.groups.all().map(({ id }) => id);
};

describe('A store', () => {
  it('remembers what a transaction wrote, and forgets what it removed', () =>
    withFile(async (file) => {
      const store = await openPoolStore({ poolId, file });
      await store.transact((write) => write(store.groups.put(group('a')), store.groups.put(group('b'))));
      await store.transact((write) => write(store.groups.remove('a')));
      await store.close();

      expect(await namesIn(file)).toEqual(['b']);
    }));

  it('keeps its file from everybody else', () =>
    withFile(async (file) => {
      await (await openPoolStore({ poolId, file })).close();

      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }));

  it('does nothing of a transaction that throws', () =>
    withFile(async (file) => {
      const store = await openPoolStore({ poolId, file });

      await expect(
        store.transact((write) => {
          write(store.groups.put(group('a')));
          throw new RangeError('no');
        }),
      ).rejects.toThrow(RangeError);
      expect(store.groups.get('a')).toBeUndefined();
      await store.close();
      expect(await namesIn(file)).toEqual([]);
    }));

  it('runs transactions one after the other', async () => {
    const store = await openPoolStore({ poolId });
    await store.transact((write) => write(store.groups.put({ ...group('counter'), precedence: 0 })));

    await Promise.all(
      Array.from({ length: 50 }, () =>
        store.transact((write) => {
          const counter = store.groups.get('counter') ?? group('counter');
          write(store.groups.put({ ...counter, precedence: (counter.precedence ?? 0) + 1 }));
        }),
      ),
    );
    expect(store.groups.get('counter')?.precedence).toBe(50);
  });

  it('forgets a line that a crash cut off, and writes on after it', () =>
    withFile(async (file) => {
      const store = await openPoolStore({ poolId, file });
      await store.transact((write) => write(store.groups.put(group('a'))));
      await store.close();
      await appendFile(file, '[["groups",{"id":"torn"');

      const again = await openPoolStore({ poolId, file });
      await again.transact((write) => write(again.groups.put(group('b'))));
      await again.close();
      expect(await namesIn(file)).toEqual(['a', 'b']);
    }));

  it.each([
    ['no JSON', 'nonsense\n'],
    ['no list', '{}\n'],
    ['an unknown collection', '[["ghosts",{"id":"x"}]]\n'],
    ['a row of another form', '[["groups",{"id":7}]]\n'],
  ])('names the line that is damaged, and changes nothing: %s', (_, line) =>
    withFile(async (file) => {
      await (await openPoolStore({ poolId, file })).close();
      await appendFile(file, line);
      const before = await readFile(file, 'utf8');

      await expect(openPoolStore({ poolId, file })).rejects.toThrow(StoreDamaged);
      await expect(openPoolStore({ poolId, file })).rejects.toThrow('is damaged at line 2');
      expect(await readFile(file, 'utf8')).toBe(before);
    }),
  );

  it('refuses the file of another pool, and a file that is no store', () =>
    withFile(async (file) => {
      await (await openPoolStore({ poolId, file })).close();

      await expect(openPoolStore({ poolId: 'us-east-1_Another', file })).rejects.toThrow(StoreOfAnotherPool);
      await writeFile(file, '{"users":[]}\n');
      await expect(openPoolStore({ poolId, file })).rejects.toThrow(StoreDamaged);
    }));

  it('rewrites its file at the start when most of it is history', () =>
    withFile(async (file) => {
      const store = await openPoolStore({ poolId, file });
      for (let round = 0; round < 1100; round += 1) {
        await store.transact((write) => write(store.groups.put({ ...group('a'), precedence: round })));
      }
      await store.close();

      await (await openPoolStore({ poolId, file })).close();
      expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(2);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const again = await openPoolStore({ poolId, file });
      expect(again.groups.get('a')?.precedence).toBe(1099);
      await again.close();
    }));
});
