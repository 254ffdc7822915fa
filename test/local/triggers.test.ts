import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { tables } from '../../config/table';
import type { Endpoints } from '../../local/endpoints';
import { bytesOf } from '../functions/fileBytes';
import { rowOf } from '../functions/followTable/streamRecords';
import { run } from '../support/runProgram';

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const start = async (folder: string) => {
  const running = run('local/cli.ts', ['--data', folder, '--port', '0']);
  cleanups.push(() => {
    running.child.kill('SIGKILL');
    return running.ended;
  });
  await running.says('Ctrl-C stops.');
  const endpoints: Endpoints = JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'));
  const [, accessKeyId = '', secretAccessKey = ''] =
    /aws_access_key_id = (\S+)\naws_secret_access_key = (\S+)/.exec(
      await readFile(join(folder, 'credentials'), 'utf8'),
    ) ?? [];
  const common = { region: endpoints.region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 };
  return {
    running,
    rows: DynamoDBDocumentClient.from(new DynamoDBClient({ ...common, endpoint: endpoints.dynamodb })),
    bytes: bytesOf(new S3Client({ ...common, endpoint: endpoints.s3, forcePathStyle: true })),
  };
};

describe('what follows from the removal of rows', () => {
  it('is done, and counted once, though the twin is killed in the midst of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-triggers-'));
    cleanups.push(() => rm(folder, { recursive: true, force: true }));
    const first = await start(folder);
    const UserId = randomUUID();
    const files = Array.from({ length: 30 }, () =>
      rowOf({ UserId, FileId: randomUUID(), Size: 5, Status: 'AVAILABLE' }),
    );
    const TotalFiles = files.length;
    const Item = { UserId, Entry: 'TOTAL', TotalBytes: 5 * TotalFiles, TotalFiles, PendingBytes: 0, PendingFiles: 0 };
    await first.rows.send(new PutCommand({ TableName: tables.usage.name, Item }));
    for (const row of files) {
      await first.bytes.put(row.S3Key);
      await first.rows.send(new PutCommand({ TableName: tables.files.name, Item: row }));
    }
    const remove = async ({ FileId }: { FileId: string }) => {
      const { rows } = first;
      await rows.send(new DeleteCommand({ TableName: tables.files.name, Key: { UserId, FileId } }));
    };

    const removed = files.slice(0, 20);
    for (const row of removed.slice(0, 15)) await remove(row);
    const last = Promise.allSettled(removed.slice(15).map(remove));
    first.running.child.kill('SIGKILL');
    await last;
    await first.running.ended;
    const second = await start(folder);

    const left = async () => {
      const found = await Promise.all(
        files.map(async ({ FileId, S3Key }) => {
          const Key = { UserId, FileId };
          const { Item: row } = await second.rows.send(new GetCommand({ TableName: tables.files.name, Key }));
          return { hasRow: row !== undefined, hasBytes: (await second.bytes.left(S3Key)).versions.length > 0 };
        }),
      );
      const Key = { UserId, Entry: 'TOTAL' };
      const { Item: usage } = await second.rows.send(new GetCommand({ TableName: tables.usage.name, Key }));
      const rows = found.filter(({ hasRow }) => hasRow).length;
      const disagreeing = found.filter(({ hasRow, hasBytes }) => hasRow !== hasBytes).length;
      return { disagreeing, uncounted: Number(usage?.['TotalFiles']) - rows };
    };
    await expect.poll(left, { timeout: 20_000, interval: 500 }).toEqual({ disagreeing: 0, uncounted: 0 });
  }, 90_000);
});
