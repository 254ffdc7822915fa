import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { environment } from '../../../config/environment';
import { tables } from '../../../config/table';
import { createReconcile } from '../../../functions/reconcile/reconcile';
import { openFileBytes } from '../../../functions/shared/fileBytes';
import { place } from '../../../local/place';
import { bytesOf } from '../fileBytes';
import { rowOf, type TestRow } from '../followTable/streamRecords';
import { useTwin } from '../useTwin';

const twin = useTwin({ isFresh: true });

const graceMilliseconds = (Number(environment.PENDING_LIFETIME_SECONDS) + 3_600) * 1000;
const later = graceMilliseconds + 60_000;

interface Run {
  /** How far from now it is. */
  readonly in?: number;
  readonly repairUsage?: boolean;
  /** How many users there is time for. */
  readonly users?: number;
}

const reconcile = async ({ in: shift = 0, repairUsage = false, users = Infinity }: Run = {}) => {
  const warnings: string[] = [];
  const state = { asked: 0 };
  const run = createReconcile({
    tables: twin.tables(),
    filesTable: tables.files.name,
    usageTable: tables.usage.name,
    bytes: openFileBytes({ BUCKET_NAME: place.bucketName }, twin.s3()),
    graceMilliseconds,
    now: () => Date.now() + shift,
    warn: (message) => void warnings.push(message),
  });
  const hasTime = (): boolean => {
    state.asked += 1;
    return state.asked <= users;
  };
  return { ...(await run({ repairUsage, start: 0, hasTime })), warnings };
};

const newRow = (changes: Partial<TestRow & { ExpiresAt: number; VersionId: string }> = {}) =>
  rowOf({ UserId: randomUUID(), FileId: randomUUID(), Size: 5, Status: 'AVAILABLE', ...changes });

type Row = ReturnType<typeof newRow>;

const putRow = (Item: Row) => twin.tables().send(new PutCommand({ TableName: tables.files.name, Item }));

const count = (UserId: string, totals: object) =>
  twin.tables().send(new PutCommand({ TableName: tables.usage.name, Item: { UserId, Entry: 'TOTAL', ...totals } }));

const counted = async (UserId: string) => {
  const key = { TableName: tables.usage.name, Key: { UserId, Entry: 'TOTAL' }, ConsistentRead: true };
  return (await twin.tables().send(new GetCommand(key))).Item;
};

const one = { TotalBytes: 5, TotalFiles: 1, PendingBytes: 0, PendingFiles: 0 };

/** Saves a file: row, bytes and usage agree. */
const save = async (changes: Partial<TestRow> = {}): Promise<Row> => {
  const row = newRow(changes);
  const VersionId = await bytesOf(twin.s3()).put(row.S3Key);
  const saved = { ...row, VersionId };
  await putRow(saved);
  await count(row.UserId, one);
  return saved;
};

/** Puts a row that is none of ours into the table, of somebody who comes first. */
const saveForeign = async () => {
  const row = { UserId: '0', FileId: 'f', Status: 'AVAILABLE' };
  await twin.tables().send(new PutCommand({ TableName: tables.files.name, Item: row }));
  await count(row.UserId, one);
};

const nothing = {
  expiredRows: 0,
  orphanVersions: 0,
  orphanUploads: 0,
  staleVersions: 0,
  rowsWithoutBytes: 0,
  usageTooLow: 0,
  usageTooHigh: 0,
  usageRepaired: 0,
};

describe('reconcile', () => {
  it('finds nothing where rows, bytes and usage agree', async () => {
    await save();
    await save({ Status: 'TRASHED' });

    const { compared, failed, users, warnings, ...findings } = await reconcile({ in: later });

    expect([findings, warnings]).toEqual([nothing, []]);
    expect([compared, failed, users]).toEqual([2, 0, 2]);
  });

  it('removes bytes and uploads without a row once they are older than the grace', async () => {
    const { put, hide, begin, left } = bytesOf(twin.s3());
    const key = `uploads/${randomUUID()}/lost`;
    await put(key);
    await put(key, 'again');
    await hide(key);
    await begin(`uploads/${randomUUID()}/parts`);

    const early = await reconcile();
    const kept = await left('uploads/');
    const late = await reconcile({ in: later });

    expect(early).toMatchObject(nothing);
    expect([kept.versions.length, kept.uploads]).toEqual([3, 1]);
    expect(late).toMatchObject({ ...nothing, orphanVersions: 3, orphanUploads: 1 });
    expect(await left('uploads/')).toEqual({ versions: [], uploads: 0 });
  });

  it('removes old versions beside the one that a saved row is pinned to, and keeps that', async () => {
    const row = await save();
    const { put, left } = bytesOf(twin.s3());
    await put(row.S3Key, 'other');
    const pending = newRow({ UserId: row.UserId, Status: 'PENDING', Size: 0 });
    await putRow(pending);
    await put(pending.S3Key);

    const early = await reconcile();
    const late = await reconcile({ in: later });

    expect([early.staleVersions, late.staleVersions]).toEqual([0, 1]);
    expect((await left(row.S3Key)).versions).toEqual([Reflect.get(row, 'VersionId')]);
    expect((await left(pending.S3Key)).versions).toHaveLength(1);
  });

  it('ends rows whose time has come, and their bytes and usage follow', async () => {
    const hour = 3_600;
    const ExpiresAt = Math.floor(Date.now() / 1000) + hour;
    const row = newRow({ Status: 'PENDING', ExpiresAt });
    await putRow(row);
    await bytesOf(twin.s3()).put(row.S3Key);
    await count(row.UserId, { ...one, PendingBytes: 5, PendingFiles: 1 });

    const early = await reconcile();
    const late = await reconcile({ in: 2 * hour * 1000 });

    expect([early.expiredRows, late.expiredRows]).toEqual([0, 1]);
    await expect.poll(() => counted(row.UserId), { timeout: 10_000 }).toMatchObject({ TotalBytes: 0, PendingFiles: 0 });
    await expect
      .poll(() => bytesOf(twin.s3()).left(row.S3Key), { timeout: 10_000 })
      .toEqual({ versions: [], uploads: 0 });
  });

  it('reports a saved row without its bytes, and leaves it', async () => {
    const row = newRow({ VersionId: 'gone' });
    await putRow(row);
    await count(row.UserId, one);

    const { rowsWithoutBytes, warnings } = await reconcile({ in: later });

    expect(rowsWithoutBytes).toBe(1);
    expect(warnings).toEqual(['A saved file has lost its bytes.']);
  });

  it('reports usage that is not what the rows say, and repairs it only when asked', async () => {
    const low = await save();
    await count(low.UserId, { ...one, TotalBytes: 4 });
    const high = await save();
    await count(high.UserId, { ...one, TotalFiles: 2 });

    const seen = await reconcile();
    const repaired = await reconcile({ repairUsage: true });
    const after = await reconcile();

    expect(seen).toMatchObject({ usageTooLow: 1, usageTooHigh: 1, usageRepaired: 0 });
    expect(repaired).toMatchObject({ usageTooLow: 1, usageTooHigh: 1, usageRepaired: 2 });
    expect(after).toMatchObject(nothing);
    expect(await counted(low.UserId)).toMatchObject(one);
    expect(await counted(high.UserId)).toMatchObject(one);
  });

  it('does not report usage that was counted anew while it compared', async () => {
    const { UserId } = await save();
    const upload = newRow({ UserId, Status: 'PENDING' });
    const reserved: Promise<unknown>[] = [];
    const reserve = async () => {
      await putRow(upload);
      await count(UserId, { TotalBytes: 10, TotalFiles: 2, PendingBytes: 5, PendingFiles: 1 });
    };
    twin.tables().middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          // By then usage has been read, and the rows are about to be.
          if (commandName === 'QueryCommand') {
            if (reserved.length === 0) reserved.push(reserve());
            await Promise.all(reserved);
          }
          return next(args);
        },
      { step: 'initialize', name: 'reserveMeanwhile' },
    );

    const { warnings, usageTooLow } = await reconcile();

    expect({ reserved: reserved.length, usageTooLow, warnings }).toEqual({ reserved: 1, usageTooLow: 0, warnings: [] });
  });

  it('ends early when there is no more time, and says how far it came', async () => {
    await save();
    await save();

    expect(await reconcile({ users: 1 })).toMatchObject({ compared: 1, users: 2 });
  });

  it('compares everyone else when one person cannot be compared', async () => {
    await saveForeign();
    const { put, left } = bytesOf(twin.s3());
    const orphan = `uploads/${randomUUID()}/lost`;
    await put(orphan);

    const report = await reconcile({ in: later });

    expect(report).toMatchObject({ compared: 1, failed: 1, users: 2, orphanVersions: 1 });
    expect(report.warnings).toEqual(['A person could not be compared.']);
    expect((await left(orphan)).versions).toEqual([]);
  });

  it('fails after all when somebody could not be compared, so that an alarm goes off', async () => {
    await saveForeign();
    await save();

    await expect(twin.invoke('reconcile', {})).rejects.toThrow('1 of 2 people could not be compared');
  });

  it('runs as the deployed bundle, with what its role allows', async () => {
    await save();

    expect(await twin.invoke('reconcile', {})).toEqual({
      ...nothing,
      compared: 1,
      failed: 0,
      users: 1,
    });
  });
});
