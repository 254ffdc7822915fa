import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
});
