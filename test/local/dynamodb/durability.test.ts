import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesTable } from './filesTable';
import { DirectoryDamaged, DirectoryInUse, DirectoryUnusable, TableMismatch } from '../../../local/dynamodb/errors';
import { isJsonObject, type JsonObject } from '../../../local/json';
import { key, serveTables, TableName } from './serveTables';
import { temporaryFolder } from './temporaryFolder';

type Twin = Awaited<ReturnType<typeof serveTables>>;

const scanAll = async (twin: Twin, IndexName?: string): Promise<JsonObject[]> => {
  const rows: JsonObject[] = [];
  for (let start: unknown; ;) {
    const page = await twin.call('Scan', { TableName, IndexName, ExclusiveStartKey: start });
    if (Array.isArray(page['Items'])) rows.push(...page['Items'].filter(isJsonObject));
    start = page['LastEvaluatedKey'];
    if (start === undefined) return rows;
  }
};

const idOf = (row: JsonObject): string => Object.values(row['FileId'] ?? {}).join('');
const ownerOf = (row: JsonObject): string => Object.values(row['UserId'] ?? {}).join('');

/** Lets a process write to the folder and kills it with SIGKILL after some responses; returns these. */
const writeThenKill = async (folder: string, { run, answers }: { run: string; answers: number }): Promise<string[]> => {
  const script = fileURLToPath(new URL('./writeUntilKilled.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, run], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === answers) child.kill('SIGKILL');
  }
  await exited;
  return lines;
};

describe('tables on disk', () => {
  it('are there again after closing and opening', async () => {
    await using folder = await temporaryFolder();
    const Item = { ...key('owner', 'one'), UploadedAt: { S: '2026' } };

    const before = await serveTables({ directory: folder.path });
    await before.call('PutItem', { TableName, Item });
    await before.close();
    await using after = await serveTables({ directory: folder.path });

    expect(await after.call('GetItem', { TableName, Key: key('owner', 'one') })).toEqual({ Item });
    expect(await scanAll(after, 'UploadedAtIndex')).toEqual([Item]);
  });

  it.each([
    [1_000, [50, 10]],
    [40_000, [27, 27, 6]],
  ])('fill each page up to its limit of 50 or 1 MB with rows of %i bytes', async (size, expected) => {
    await using folder = await temporaryFolder();
    await using twin = await serveTables({ directory: folder.path });
    for (let index = 0; index < 60; index += 1) {
      const FileId = String(index).padStart(3, '0');
      await twin.call('PutItem', { TableName, Item: { ...key('owner', FileId), Text: { S: 'x'.repeat(size) } } });
    }

    const counts: unknown[] = [];
    let start: unknown;
    do {
      const page = await twin.call('Query', {
        TableName,
        KeyConditionExpression: 'UserId = :user',
        ExpressionAttributeValues: { ':user': { S: 'owner' } },
        Limit: 50,
        ExclusiveStartKey: start,
      });
      counts.push(page['Count']);
      start = page['LastEvaluatedKey'];
    } while (start !== undefined);

    expect(counts).toEqual(expected);
  });

  it('lose nothing that was answered, and hold no half of anything, after kill -9', async () => {
    await using folder = await temporaryFolder();
    const answered: string[] = [];

    for (const [round, answers] of [40, 400, 1500].entries()) {
      answered.push(...(await writeThenKill(folder.path, { run: `r${round}`, answers })));
    }

    await using twin = await serveTables({ directory: folder.path });
    const rows = await scanAll(twin);
    const owners = new Map<string, Set<string>>();
    for (const row of rows) owners.set(idOf(row), (owners.get(idOf(row)) ?? new Set()).add(ownerOf(row)));
    const lost = answered.filter((line) => !owners.has(line.split(' ')[1] ?? ''));
    const halves = [...owners].filter(([, parts]) => parts.size !== (parts.has('single') ? 1 : 5));
    expect(answered.length).toBeGreaterThanOrEqual(1940);
    expect(lost).toEqual([]);
    expect(halves).toEqual([]);
    for (const index of ['UploadedAtIndex', 'FileNameIndex'])
      expect((await scanAll(twin, index)).length).toBe(rows.length);
  }, 120_000);

  it('keep all that was answered when the disk is full', async () => {
    await using folder = await temporaryFolder();
    const script = fileURLToPath(new URL('./writeUntilFull.ts', import.meta.url));
    const limited = `ulimit -f 2000; exec "${process.execPath}" --import tsx "${script}" "${folder.path}"`;
    const child = spawn('sh', ['-c', limited], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = once(child, 'exit');
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) lines.push(line);
    await exited;

    await using twin = await serveTables({ directory: folder.path });
    const rows = new Set((await scanAll(twin)).map(idOf));
    const answered = lines.filter((line) => line.startsWith('written '));
    expect(answered.length).toBeGreaterThan(2);
    expect(answered.filter((line) => !rows.has(line.slice('written '.length)))).toEqual([]);
    expect(lines.slice(-3)).toEqual([
      expect.stringMatching(/^log The tables take no more writes \(.*File too large.*\): make room/),
      'failed InternalServerError',
      'failed InternalServerError',
    ]);
  });

  it('are free as soon as the process that uses them is killed, and name it until then', async () => {
    await using folder = await temporaryFolder();
    const script = fileURLToPath(new URL('./writeUntilKilled.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder.path, 'run'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    await once(child.stdout, 'data');

    await expect(serveTables({ directory: folder.path })).rejects.toThrow(
      `Another twin uses this data folder (pid ${child.pid}).`,
    );
    child.kill('SIGKILL');
    await exited;
    await using twin = await serveTables({ directory: folder.path });

    expect((await scanAll(twin)).length).toBeGreaterThan(0);
  });

  it('belong to one process, which is named, and are free once it has closed them', async () => {
    await using folder = await temporaryFolder();
    const first = await serveTables({ directory: folder.path });

    const second = serveTables({ directory: folder.path });

    await expect(second).rejects.toThrow(DirectoryInUse);
    await expect(second).rejects.toThrow(
      `Another twin uses this data folder (pid ${process.pid}). Stop it or choose another with --data DIR.`,
    );
    await first.close();
    await using third = await serveTables({ directory: folder.path });
    expect(await scanAll(third)).toEqual([]);
  });

  it('refuse a folder that cannot be made', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'file');
    await writeFile(file, 'not a folder');

    await expect(serveTables({ directory: file })).rejects.toThrow(DirectoryUnusable);
    await expect(serveTables({ directory: join(file, 'deeper') })).rejects.toThrow(/ENOTDIR.*--data DIR/);
  });

  it.each([
    ['CURRENT overwritten', (name: string) => name === 'CURRENT', 'overwrite'],
    ['CURRENT removed', (name: string) => name === 'CURRENT', 'remove'],
    ['the manifest overwritten', (name: string) => name.startsWith('MANIFEST'), 'overwrite'],
    ['the manifest removed', (name: string) => name.startsWith('MANIFEST'), 'remove'],
    ['the log overwritten', (name: string) => name.endsWith('.log'), 'overwrite'],
    ['the row files removed', (name: string) => name.endsWith('.ldb'), 'remove'],
    ['the row files overwritten', (name: string) => name.endsWith('.ldb'), 'overwrite'],
  ])('refuse a damaged folder and leave it as it is: %s', async (_case, isDamaged, damage) => {
    await using folder = await temporaryFolder();
    const before = await serveTables({ directory: folder.path });
    for (let index = 0; index < 200; index += 1) {
      await before.call('PutItem', {
        TableName,
        Item: { ...key('owner', `f${index}`), Text: { S: 'x'.repeat(40_000) } },
      });
    }
    await before.close();
    const rows = join(folder.path, 'rows');
    const damaged = (await readdir(rows)).filter(isDamaged);
    for (const name of damaged) {
      if (damage === 'remove') await rm(join(rows, name));
      else await writeFile(join(rows, name), Buffer.alloc((await readFile(join(rows, name))).length, 'garbage'));
    }
    const contents = async () =>
      Object.fromEntries(
        await Promise.all(
          (await readdir(rows))
            .filter((name) => /^CURRENT$|^MANIFEST|\.ldb$|\.log$/.test(name))
            .map(async (name) => [name, (await readFile(join(rows, name))).length]),
        ),
      );
    const left = await contents();

    await expect(serveTables({ directory: folder.path })).rejects.toThrow(DirectoryDamaged);
    expect(damaged.length).toBeGreaterThan(0);
    expect(await contents()).toEqual(left);
  });

  it('refuse to be opened with other keys or indexes, and say what to do', async () => {
    await using folder = await temporaryFolder();
    const before = await serveTables({ directory: folder.path });
    await before.close();
    const open = (changed: object) => serveTables({ directory: folder.path, tables: [{ ...filesTable, ...changed }] });

    await expect(open({ sortKey: { name: 'Other', type: 'S' } })).rejects.toThrow(TableMismatch);
    await expect(open({ localIndexes: [] })).rejects.toThrow(/indexes.*--reset/);
    const again = await open({});
    await again.close();
  });
});
