import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesTable } from '../filesTable';
import { key, serveTables, TableName } from '../serveTables';
import { temporaryFolder } from '../temporaryFolder';
import { takeRecords } from './takeRecords';

const row = (FileId: string, rest: object = {}) => ({ ...key('owner', FileId), ...rest });

describe('the stream', () => {
  it('tells of each change with both images, as a Lambda hears of it', async () => {
    await using twin = await serveTables({ clock: () => 1_700_000_000_000 });

    await twin.call('PutItem', { TableName, Item: row('a', { Size: { N: '1' } }) });
    await twin.call('PutItem', { TableName, Item: row('a', { Size: { N: '2' } }) });
    await twin.call('DeleteItem', { TableName, Key: key('owner', 'a') });
    const records = await takeRecords(await twin.openReader(TableName, 'test'), 3);

    expect(records[0]).toEqual({
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'us-east-1',
      eventSourceARN: expect.stringMatching(/^arn:aws:dynamodb:us-east-1:\d{12}:table\/MyAppFiles\/stream\/20\d\d-/),
      dynamodb: {
        ApproximateCreationDateTime: 1_700_000_000,
        Keys: key('owner', 'a'),
        NewImage: row('a', { Size: { N: '1' } }),
        SequenceNumber: expect.stringMatching(/^\d{21}$/),
        SizeBytes: expect.any(Number),
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    });
    expect(records.slice(1)).toMatchObject([
      {
        eventName: 'MODIFY',
        dynamodb: { OldImage: row('a', { Size: { N: '1' } }), NewImage: row('a', { Size: { N: '2' } }) },
      },
      { eventName: 'REMOVE', dynamodb: { OldImage: row('a', { Size: { N: '2' } }) } },
    ]);
    expect(records[2]?.dynamodb).not.toHaveProperty('NewImage');
  });

  it('is part of the description of its table, and of no other', async () => {
    await using followed = await serveTables();
    await using alone = await serveTables({ tables: [{ ...filesTable, stream: false }] });
    await followed.call('PutItem', { TableName, Item: row('a') });
    const records = await takeRecords(await followed.openReader(TableName, 'test'), 1);

    const { Table } = await followed.call('DescribeTable', { TableName });

    expect(Table).toMatchObject({
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      LatestStreamArn: records[0]?.eventSourceARN,
    });
    expect((await alone.call('DescribeTable', { TableName }))['Table']).not.toHaveProperty('StreamSpecification');
  });

  it('is silent about what changes nothing', async () => {
    await using twin = await serveTables();
    const put = (...names: string[]) => twin.call('PutItem', { TableName, Item: row('a', { Names: { SS: names } }) });

    await put('x', 'y');
    await put('y', 'x');
    await twin.call('DeleteItem', { TableName, Key: key('owner', 'missing') });
    await expect(
      twin.call('PutItem', { TableName, Item: row('a'), ConditionExpression: 'attribute_not_exists(UserId)' }),
    ).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    await put('z');
    const records = await takeRecords(await twin.openReader(TableName, 'test'), 2);

    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY']);
  });

  it('keeps the order of the changes, transactions and batches included', async () => {
    await using twin = await serveTables();
    const put = (FileId: string) => ({ Put: { TableName, Item: row(FileId) } });

    await Promise.all([
      twin.call('PutItem', { TableName, Item: row('0') }),
      twin.call('TransactWriteItems', { TransactItems: ['1', '2', '3'].map(put) }),
      twin.call('BatchWriteItem', { RequestItems: { [TableName]: [{ PutRequest: { Item: row('4') } }] } }),
      twin.call('PutItem', { TableName, Item: row('5') }),
    ]);
    const records = await takeRecords(await twin.openReader(TableName, 'test'), 6);

    const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    expect(records.map(({ dynamodb }) => dynamodb.Keys['FileId'])).toEqual(
      ['0', '1', '2', '3', '4', '5'].map((S) => ({ S })),
    );
    expect(numbers).toEqual([...numbers].sort());
    expect(new Set(numbers).size).toBe(6);
  });

  it('names DynamoDB itself as the one who removed an ended row', async () => {
    const clock = { seconds: 2_000_000_000 };
    await using twin = await serveTables({ clock: () => clock.seconds * 1000 });
    await twin.call('PutItem', { TableName, Item: row('a', { ExpiresAt: { N: '2000000001' } }) });

    clock.seconds += 1;
    await twin.sweep();
    const records = await takeRecords(await twin.openReader(TableName, 'test'), 2);

    expect(records[0]).not.toHaveProperty('userIdentity');
    expect(records[1]).toMatchObject({
      eventName: 'REMOVE',
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    });
  });

  it('offers a record until it is taken', async () => {
    await using twin = await serveTables();
    const reader = await twin.openReader(TableName, 'test');
    await twin.call('PutItem', { TableName, Item: row('a') });
    await twin.call('PutItem', { TableName, Item: row('b') });

    const [first] = await reader.read(1);
    const [again, second] = await reader.read(10);
    await reader.take(first?.dynamodb.SequenceNumber ?? '');

    expect(again).toEqual(first);
    expect(await reader.read(10)).toEqual([second]);
    expect(await (await twin.openReader(TableName, 'other')).read(10)).toEqual([first, second]);
  });

  it('tells a reader of news that came since it looked', async () => {
    await using twin = await serveTables();
    const reader = await twin.openReader(TableName, 'test');
    expect(await reader.read(1)).toEqual([]);

    await twin.call('PutItem', { TableName, Item: row('a') });
    await reader.news(AbortSignal.timeout(10_000));

    expect(await reader.read(1)).toHaveLength(1);
  });

  it('has after kill -9 all that was answered', async () => {
    await using folder = await temporaryFolder();
    const script = fileURLToPath(new URL('../writeUntilKilled.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder.path, 'run'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    const answered: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      answered.push(line);
      if (answered.length === 100) child.kill('SIGKILL');
    }
    await exited;

    await using twin = await serveTables({ directory: folder.path });
    const { Count } = await twin.call('Scan', { TableName });
    const records = await (await twin.openReader(TableName, 'test')).read(100_000);

    const told = new Set(records.map(({ dynamodb }) => Object.values(dynamodb.Keys['FileId'] ?? {}).join('')));
    const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    expect(answered.filter((line) => !told.has(line.split(' ')[1] ?? ''))).toEqual([]);
    expect(numbers).toEqual([...numbers].sort());
    expect(records.length).toBe(Count);
  });

  it('keeps the position of a reader with the tables', async () => {
    await using folder = await temporaryFolder();
    const before = await serveTables({ directory: folder.path });
    await before.call('PutItem', { TableName, Item: row('a') });
    await takeRecords(await before.openReader(TableName, 'test'), 1);
    await before.close();

    await using after = await serveTables({ directory: folder.path });
    await after.call('PutItem', { TableName, Item: row('b') });
    const records = await takeRecords(await after.openReader(TableName, 'test'), 1);

    expect(records.map(({ dynamodb }) => dynamodb.Keys['FileId'])).toEqual([{ S: 'b' }]);
    expect(Number(records[0]?.dynamodb.SequenceNumber.slice(1))).toBe(2);
  });

  it('is trimmed after 24 hours, but not before its readers have taken it', async () => {
    const clock = { hours: 480_000 };
    await using twin = await serveTables({ clock: () => clock.hours * 3_600_000 });
    const reader = await twin.openReader(TableName, 'test');
    const everything = () => reader.read(10, '');
    await twin.call('PutItem', { TableName, Item: row('a') });
    await twin.call('PutItem', { TableName, Item: row('b') });

    clock.hours += 25;
    await twin.call('PutItem', { TableName, Item: row('c') });
    await twin.sweep();
    const untaken = await everything();
    await reader.take(untaken[0]?.dynamodb.SequenceNumber ?? '');
    await twin.sweep();
    const taken = await everything();
    clock.hours += 14 * 24;
    await twin.sweep();

    expect(untaken).toHaveLength(3);
    expect(taken.map(({ dynamodb }) => dynamodb.Keys['FileId'])).toEqual([{ S: 'b' }, { S: 'c' }]);
    expect(await everything()).toEqual([]);
  });

  it('cannot be read where a table has none', async () => {
    await using twin = await serveTables({ tables: [{ ...filesTable, stream: false }] });

    await expect(twin.openReader(TableName, 'test')).rejects.toThrow('the table MyAppFiles has no stream');
  });
});
