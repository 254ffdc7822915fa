import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { watchProject } from '../../local/watchProject';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('watchProject', () => {
  it.each(['schema/schema.graphql', 'resolvers/steps/x.ts', 'functions/x/handler.ts', 'config/limits.ts'])(
    'tells of a change of %s',
    async (file) => {
      const root = await mkdtemp(join(tmpdir(), 'myfiles-watch-'));
      cleanups.push(() => rm(root, { recursive: true }));
      for (const folder of ['schema', 'resolvers/steps', 'functions/x', 'config']) {
        await mkdir(join(root, folder), { recursive: true });
      }
      const told = new Promise<void>((resolve) => {
        const watching = watchProject(resolve, root);
        cleanups.push(watching.close);
      });

      await writeFile(join(root, file), 'changed');

      await expect(told).resolves.toBeUndefined();
    },
  );

  it('goes on after something that cannot be looked at, such as a folder that is gone already', async () => {
    const root = await mkdtemp(join(tmpdir(), 'myfiles-watch-'));
    cleanups.push(() => rm(root, { recursive: true }));
    for (const folder of ['schema', 'resolvers', 'functions', 'config']) await mkdir(join(root, folder));
    const listener = { tell: (): void => undefined };
    const watching = watchProject(() => listener.tell(), root);
    cleanups.push(watching.close);
    const nextChange = () => new Promise<void>((resolve) => (listener.tell = resolve));

    const first = nextChange();
    await symlink('endless', join(root, 'functions', 'endless')); // a loop, at which the watcher always fails
    await first;
    const second = nextChange();
    await writeFile(join(root, 'functions', 'after.ts'), 'changed');

    await expect(second).resolves.toBeUndefined();
  });

  it('tells of a change in a folder that came later, and in one that went and came again', async () => {
    const root = await mkdtemp(join(tmpdir(), 'myfiles-watch-'));
    cleanups.push(() => rm(root, { recursive: true }));
    for (const folder of ['schema', 'resolvers', 'functions', 'config']) await mkdir(join(root, folder));
    const told = { count: 0 };
    const watching = watchProject(() => (told.count += 1), root);
    cleanups.push(watching.close);
    const nextAfter = async (change: () => Promise<unknown>): Promise<void> => {
      const before = told.count;
      await change();
      await expect.poll(() => told.count, { timeout: 10_000 }).toBeGreaterThan(before);
    };
    const folder = join(root, 'functions', 'later');

    await nextAfter(() => mkdir(folder));
    await nextAfter(() => writeFile(join(folder, 'handler.ts'), 'one'));
    await nextAfter(() => rm(folder, { recursive: true }));
    await nextAfter(() => mkdir(folder));
    await nextAfter(() => writeFile(join(folder, 'handler.ts'), 'two'));

    expect(told.count).toBeGreaterThanOrEqual(5);
  });
});
