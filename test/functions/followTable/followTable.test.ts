import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { decodeJwt } from 'jose';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { tables } from '../../../config/table';
import { openFileBytes } from '../../../functions/shared/fileBytes';
import { place } from '../../../local/place';
import type { StreamAnswer } from '../../../functions/followTable/followTable';
import { AbortUpload, GetUploadUrl, MyUsage } from '../../../schema/generated/amplify';
import { askAs } from '../../clients/startSession';
import { signUpActor } from '../../contract/signUpActor';
import { listenToFiles } from '../../local/appsync/realtime/listenToFiles';
import { bytesOf } from '../fileBytes';
import { useTwin } from '../useTwin';
import { recordOf, rowOf, type TestRow } from './streamRecords';

const twin = useTwin();

type Record = ReturnType<typeof recordOf>;

const deliver = (...Records: Record[]) => twin.invoke<StreamAnswer>('followTable', { Records });

const taken: StreamAnswer = { batchItemFailures: [] };

interface Totals {
  readonly TotalBytes: number;
  readonly TotalFiles: number;
  readonly PendingBytes: number;
  readonly PendingFiles: number;
}

const count = (UserId: string, totals: Totals) =>
  twin.tables().send(new PutCommand({ TableName: tables.usage.name, Item: { UserId, Entry: 'TOTAL', ...totals } }));

const counted = async (UserId: string): Promise<Totals> => {
  const key = { TableName: tables.usage.name, Key: { UserId, Entry: 'TOTAL' }, ConsistentRead: true };
  const { Item = {} } = await twin.tables().send(new GetCommand(key));
  const { TotalBytes, TotalFiles, PendingBytes, PendingFiles } = Item;
  return { TotalBytes, TotalFiles, PendingBytes, PendingFiles };
};

const newRow = (changes: Partial<TestRow> = {}): TestRow => ({
  UserId: randomUUID(),
  FileId: randomUUID(),
  Size: 5,
  Status: 'AVAILABLE',
  ...changes,
});

describe('followTable', () => {
  it('removes all versions, delete markers and open uploads of a removed row, and no others', async () => {
    const row = newRow();
    const { S3Key } = rowOf(row);
    const { put, hide, begin, left } = bytesOf(twin.s3());
    for (let version = 0; version < 5; version += 1) await put(S3Key, `version ${version}`);
    await hide(S3Key);
    await begin(S3Key);
    await begin(S3Key);
    await put(`${S3Key}0`);
    await begin(`${S3Key}0`);

    const answer = await deliver(recordOf(1, row, undefined));

    expect(answer).toEqual(taken);
    expect(await left(S3Key)).toMatchObject({ versions: [expect.any(String)], uploads: 1 });
    expect((await left(`${S3Key}0`)).uploads).toBe(1);
  });

  it('keeps the key from a PUT that began in time and ends when its row is gone', async () => {
    const { endpoints } = twin.twin();
    const { token } = await signUpActor(endpoints, 'slow@example.com');
    const ask = askAs(endpoints.graphql, token);
    const input = { fileName: 'slow.txt', contentType: 'text/plain', size: 5 };
    const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input });
    const headers = Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value]));
    const put = request(ticket.uploadUrl ?? '', { method: 'PUT', headers: { ...headers, 'content-length': '5' } });
    put.write('byte');
    const answered = once(put, 'response');

    await twin.tables().send(
      new UpdateCommand({
        TableName: tables.files.name,
        Key: { UserId: decodeJwt(token).sub, FileId: ticket.fileId },
        UpdateExpression: 'SET UpdatedAt = :then',
        ExpressionAttributeValues: { ':then': new Date(Date.now() - 10 * 60_000).toISOString() },
      }),
    );
    await ask(AbortUpload, { input: { fileId: ticket.fileId } });
    await expect.poll(async () => (await ask(MyUsage, {})).myUsage.reservedBytes, { timeout: 10_000 }).toBe(0);
    put.end('s');

    expect((await answered)[0].statusCode).toBe(412);
  });

  it('occupies a key without a warning in the log', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    onTestFinished(() => warn.mockRestore());
    const s3 = twin.s3();
    const key = `uploads/${randomUUID()}`;

    const version = await openFileBytes({ BUCKET_NAME: place.bucketName }, s3).occupy(key);

    expect((await bytesOf(s3).left(key)).versions).toEqual([version]);
    expect(warn).not.toHaveBeenCalled();
  });

  it('leaves bytes that have a row', async () => {
    const row = newRow();
    const { put, left } = bytesOf(twin.s3());
    await put(rowOf(row).S3Key);

    await deliver(recordOf(1, { ...row, Status: 'PENDING' }, row), recordOf(2, row, { ...row, Status: 'TRASHED' }));

    expect((await left(rowOf(row).S3Key)).versions).toHaveLength(1);
  });

  it('settles what is pending when an upload is saved, and frees all when the row goes', async () => {
    const row = newRow();
    await count(row.UserId, { TotalBytes: 5, TotalFiles: 1, PendingBytes: 5, PendingFiles: 1 });

    await deliver(recordOf(1, { ...row, Status: 'PENDING' }, row));
    const settled = await counted(row.UserId);
    await deliver(recordOf(2, row, undefined));

    expect(settled).toEqual({ TotalBytes: 5, TotalFiles: 1, PendingBytes: 0, PendingFiles: 0 });
    expect(await counted(row.UserId)).toEqual({ TotalBytes: 0, TotalFiles: 0, PendingBytes: 0, PendingFiles: 0 });
  });

  it('reports the record that it cannot follow, and follows those of other files', async () => {
    const good = newRow();
    await count(good.UserId, { TotalBytes: 5, TotalFiles: 1, PendingBytes: 0, PendingFiles: 0 });
    const bad = recordOf(2, newRow(), undefined);
    const broken = { ...bad, dynamodb: { ...bad.dynamodb, OldImage: { Status: { S: 'AVAILABLE' } } } };

    const answer = await twin.invoke('followTable', { Records: [broken, recordOf(3, good, undefined)] });

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: bad.dynamodb.SequenceNumber }] });
    expect((await counted(good.UserId)).TotalFiles).toBe(0);
  });

  it('tells of the others when one of their events is refused', async () => {
    const { endpoints } = twin.twin();
    const { token } = await signUpActor(endpoints, 'owner@example.com');
    const { sub: UserId = '' } = decodeJwt(token);
    const { unread } = await listenToFiles(endpoints.graphql, token);
    const records = [1, 2, 3, 4].map((sequence) => {
      const row = newRow({ UserId });
      return recordOf(sequence, row, { ...row, Status: 'TRASHED' });
    });
    const [first, bad, ...others] = records;
    delete bad?.dynamodb.NewImage?.['FileName']; // so that no event can be made of it

    const answer = await deliver(...records);

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: bad?.dynamodb.SequenceNumber }] });
    const told = [first, ...others].map((record) => record?.dynamodb.Keys['FileId']?.S);
    await expect.poll(() => unread.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(told.length);
    for (const fileId of told) expect(JSON.stringify(unread)).toContain(fileId);
    expect(JSON.stringify(unread)).not.toContain(bad?.dynamodb.Keys['FileId']?.S);
  });

  it('counts each change once, however often, in which order and with which others it is delivered', async () => {
    const lives: TestRow['Status'][][] = [
      ['PENDING'],
      ['PENDING', 'AVAILABLE'],
      ['PENDING', 'AVAILABLE', 'TRASHED'],
      ['PENDING', 'REJECTED'],
    ];
    const file = fc.record({
      life: fc.constantFrom(...lives),
      isRemoved: fc.boolean(),
      Size: fc.integer({ min: 0, max: 1_000_000 }),
    });
    const scenario = fc.record({
      files: fc.array(file, { minLength: 1, maxLength: 4 }),
      deliveries: fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), { maxLength: 5 }),
      last: fc.array(fc.nat(), { maxLength: 16 }),
    });

    await fc.assert(
      fc.asyncProperty(scenario, async ({ files, deliveries, last }) => {
        const UserId = randomUUID();
        const rows = files.map(({ life, isRemoved, Size }) => {
          const states: (TestRow | undefined)[] = life.map((Status) => newRow({ UserId, Size, Status, FileId: '' }));
          return { FileId: randomUUID(), Size, states: isRemoved ? [...states, undefined] : states };
        });
        const records = rows.flatMap(({ FileId, states }, index) =>
          states.slice(1).map((after, step) => {
            const before = states[step];
            return recordOf(10 * index + step, before && { ...before, FileId }, after && { ...after, FileId });
          }),
        );
        const bytes = (some: typeof rows) => some.reduce((sum, { Size }) => sum + Size, 0);
        const left = rows.filter(({ states }) => states.at(-1) !== undefined);
        const pending = left.filter(({ states }) => states.at(-1)?.Status === 'PENDING');
        const truth = {
          TotalBytes: bytes(left),
          TotalFiles: left.length,
          PendingBytes: bytes(pending),
          PendingFiles: pending.length,
        };
        const all = { TotalBytes: bytes(rows), TotalFiles: rows.length };
        await count(UserId, { ...all, PendingBytes: all.TotalBytes, PendingFiles: all.TotalFiles });

        const inAnyOrder = records
          .map((record, index) => ({ record, order: last[index] ?? index }))
          .sort((a, b) => a.order - b.order);
        const batches = deliveries.map((picks) => picks.flatMap((pick) => records[pick % records.length] ?? []));
        for (const batch of [...batches, inAnyOrder.map(({ record }) => record)]) {
          expect(await deliver(...batch)).toEqual(taken);
          const now = await counted(UserId);
          expect(now.TotalBytes).toBeGreaterThanOrEqual(truth.TotalBytes);
          expect(now.PendingFiles).toBeGreaterThanOrEqual(truth.PendingFiles);
        }

        expect(await counted(UserId)).toEqual(truth);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('is started by the table itself', async () => {
    const row = rowOf(newRow());
    const { put, left } = bytesOf(twin.s3());
    await put(row.S3Key);
    await count(row.UserId, { TotalBytes: 5, TotalFiles: 1, PendingBytes: 0, PendingFiles: 0 });
    await twin.tables().send(new PutCommand({ TableName: tables.files.name, Item: row }));

    const Key = { UserId: row.UserId, FileId: row.FileId };
    await twin.tables().send(new DeleteCommand({ TableName: tables.files.name, Key }));

    await expect.poll(() => left(row.S3Key), { timeout: 10_000 }).toEqual({ versions: [], uploads: 0 });
    await expect.poll(() => counted(row.UserId), { timeout: 10_000 }).toMatchObject({ TotalBytes: 0, TotalFiles: 0 });
  });
});
