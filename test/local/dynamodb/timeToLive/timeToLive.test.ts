import {
  DescribeContinuousBackupsCommand,
  DescribeTimeToLiveCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporaryFolder';
import { key, serveTables, TableName } from '../serveTables';

const year = 365 * 24 * 60 * 60;
const now = 60 * year;
const endsAt = (seconds: number) => ({ N: String(seconds) });

/** The FileIds of the remaining rows. */
const fileIds = async ({ call }: Awaited<ReturnType<typeof serveTables>>, IndexName?: string) => {
  const { Items } = await call('Query', {
    TableName,
    IndexName,
    KeyConditionExpression: 'UserId = :user',
    ExpressionAttributeValues: { ':user': { S: 'owner' } },
  });
  return Array.isArray(Items) ? Items.map((item: { FileId?: { S?: string } }) => item.FileId?.S) : [];
};

describe('time to live', () => {
  it('is on for the described attribute', async () => {
    await using twin = await serveTables();

    const { TimeToLiveDescription } = await twin.client.send(new DescribeTimeToLiveCommand({ TableName }));

    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'ExpiresAt' });
  });

  it('removes a row and its index entries when its time has come, not before', async () => {
    const clock = { seconds: now };
    await using twin = await serveTables({ clock: () => clock.seconds * 1000 });
    const put = (FileId: string, rest: object) =>
      twin.call('PutItem', { TableName, Item: { ...key('owner', FileId), UploadedAt: { S: FileId }, ...rest } });
    await put('a', { ExpiresAt: endsAt(now + 10) });
    await put('b', { ExpiresAt: endsAt(now + 20) });
    await put('c', {});

    expect(await twin.sweep()).toBe(0);
    clock.seconds = now + 10;
    expect(await twin.sweep()).toBe(1);

    expect(await fileIds(twin)).toEqual(['b', 'c']);
    expect(await fileIds(twin, 'UploadedAtIndex')).toEqual(['b', 'c']);
  });

  it('lets a row live whose end was put off or taken away', async () => {
    const clock = { seconds: now };
    await using twin = await serveTables({ clock: () => clock.seconds * 1000 });
    for (const FileId of ['later', 'never', 'gone']) {
      await twin.call('PutItem', { TableName, Item: { ...key('owner', FileId), ExpiresAt: endsAt(now + 1) } });
    }
    const update = (FileId: string, UpdateExpression: string, values?: object) =>
      twin.call('UpdateItem', {
        TableName,
        Key: key('owner', FileId),
        UpdateExpression,
        ExpressionAttributeValues: values,
      });
    await update('later', 'SET ExpiresAt = :later', { ':later': endsAt(now + 100) });
    await update('never', 'REMOVE ExpiresAt');
    await twin.call('DeleteItem', { TableName, Key: key('owner', 'gone') });

    clock.seconds = now + 50;

    expect(await twin.sweep()).toBe(0);
    expect(await fileIds(twin)).toEqual(['later', 'never']);
  });

  it.each([
    ['a text', { S: String(now - 1) }],
    ['milliseconds', endsAt((now - 1) * 1000)],
    ['zero', endsAt(0)],
    ['a negative number', endsAt(-1)],
    ['an instant more than five years ago', endsAt(now - 5 * year - 1)],
  ])('leaves a row alone whose attribute is %s', async (_case, ExpiresAt) => {
    await using twin = await serveTables({ clock: () => now * 1000 });
    await twin.call('PutItem', { TableName, Item: { ...key('owner', 'a'), ExpiresAt } });

    expect(await twin.sweep()).toBe(0);
    expect(await fileIds(twin)).toEqual(['a']);
  });

  it('turns off and on again, also for rows written in between', async () => {
    await using twin = await serveTables({ clock: () => now * 1000 });
    const switchTo = (Enabled: boolean, AttributeName = 'ExpiresAt') =>
      twin.client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName, Enabled } }));

    await expect(switchTo(true)).rejects.toMatchObject({ message: 'TimeToLive is already enabled' });
    await expect(switchTo(false, 'Other')).rejects.toMatchObject({ name: 'ValidationException' });
    await switchTo(false);
    await expect(switchTo(false)).rejects.toMatchObject({ message: 'TimeToLive is already disabled' });
    await twin.call('PutItem', { TableName, Item: { ...key('owner', 'a'), Ends: endsAt(now - 1) } });
    expect(await twin.sweep()).toBe(0);
    await switchTo(true, 'Ends');

    expect(await twin.sweep()).toBe(1);
    expect(await fileIds(twin)).toEqual([]);
  });

  it('still holds after closing and opening', async () => {
    await using folder = await temporaryFolder();
    const before = await serveTables({ directory: folder.path, clock: () => now * 1000 });
    await before.call('PutItem', { TableName, Item: { ...key('owner', 'a'), ExpiresAt: endsAt(now + 5) } });
    await before.close();
    await using after = await serveTables({ directory: folder.path, clock: () => (now + 5) * 1000 });

    expect(await after.sweep()).toBe(1);
  });

  it.each([
    ['no specification', { TableName }],
    ['no attribute', { TableName, TimeToLiveSpecification: { Enabled: true } }],
    ['no switch', { TableName, TimeToLiveSpecification: { AttributeName: 'x' } }],
  ])('refuses %s with ValidationException', async (_case, input) => {
    await using twin = await serveTables();

    await expect(twin.call('UpdateTimeToLive', input)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('DescribeContinuousBackups', () => {
  it('says that there is no point-in-time recovery', async () => {
    await using twin = await serveTables();

    const { ContinuousBackupsDescription } = await twin.client.send(
      new DescribeContinuousBackupsCommand({ TableName }),
    );

    expect(ContinuousBackupsDescription).toMatchObject({
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
    });
  });
});
