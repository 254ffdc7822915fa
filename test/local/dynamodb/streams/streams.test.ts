import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { StreamRecord } from '../../../../local/dynamodb/streams/streamRecord';
import { key, serveTables, TableName } from '../serveTables';
import { temporaryFolder } from '../temporaryFolder';

/** Collects records and lets a test wait until there are as many as it expects. */
const collector = () => {
  const records: StreamRecord[] = [];
  const waiters: { count: number; resolve: () => void }[] = [];
  const onChange = (record: StreamRecord): void => {
    records.push(record);
    for (const { count, resolve } of waiters) if (records.length >= count) resolve();
  };
  const collected = (count: number) =>
    new Promise<void>((resolve) => {
      if (records.length >= count) resolve();
      else waiters.push({ count, resolve });
    });
  return { records, onChange, collected };
};

const row = (FileId: string, rest: object = {}) => ({ ...key('owner', FileId), ...rest });

describe('the stream', () => {
  it('tells of each change with both images, as a Lambda hears of it', async () => {
    const { records, onChange, collected } = collector();
    await using twin = await serveTables({ onChange, clock: () => 1_700_000_000_000 });

    await twin.call('PutItem', { TableName, Item: row('a', { Size: { N: '1' } }) });
    await twin.call('PutItem', { TableName, Item: row('a', { Size: { N: '2' } }) });
    await twin.call('DeleteItem', { TableName, Key: key('owner', 'a') });
    await collected(3);

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
    const { records, onChange, collected } = collector();
    await using followed = await serveTables({ onChange });
    await using alone = await serveTables();
    await followed.call('PutItem', { TableName, Item: row('a') });
    await collected(1);

    const { Table } = await followed.call('DescribeTable', { TableName });

    expect(Table).toMatchObject({
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      LatestStreamArn: records[0]?.eventSourceARN,
    });
    expect((await alone.call('DescribeTable', { TableName }))['Table']).not.toHaveProperty('StreamSpecification');
  });

  it('is silent about what changes nothing', async () => {
    const { records, onChange, collected } = collector();
    await using twin = await serveTables({ onChange });
    const put = (...names: string[]) => twin.call('PutItem', { TableName, Item: row('a', { Names: { SS: names } }) });

    await put('x', 'y');
    await put('y', 'x');
    await twin.call('DeleteItem', { TableName, Key: key('owner', 'missing') });
    await expect(
      twin.call('PutItem', { TableName, Item: row('a'), ConditionExpression: 'attribute_not_exists(UserId)' }),
    ).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    await put('z');
    await collected(2);

    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY']);
  });

  it('keeps the order of the changes, transactions and batches included', async () => {
    const { records, onChange, collected } = collector();
    await using twin = await serveTables({ onChange });
    const put = (FileId: string) => ({ Put: { TableName, Item: row(FileId) } });

    await Promise.all([
      twin.call('PutItem', { TableName, Item: row('0') }),
      twin.call('TransactWriteItems', { TransactItems: ['1', '2', '3'].map(put) }),
      twin.call('BatchWriteItem', { RequestItems: { [TableName]: [{ PutRequest: { Item: row('4') } }] } }),
      twin.call('PutItem', { TableName, Item: row('5') }),
    ]);
    await collected(6);

    const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    expect(records.map(({ dynamodb }) => dynamodb.Keys['FileId'])).toEqual(
      ['0', '1', '2', '3', '4', '5'].map((S) => ({ S })),
    );
    expect(numbers).toEqual([...numbers].sort());
    expect(new Set(numbers).size).toBe(6);
  });

  it('names DynamoDB itself as the one who removed an ended row', async () => {
    const { records, onChange, collected } = collector();
    const clock = { seconds: 2_000_000_000 };
    await using twin = await serveTables({ onChange, clock: () => clock.seconds * 1000 });
    await twin.call('PutItem', { TableName, Item: row('a', { ExpiresAt: { N: '2000000001' } }) });

    clock.seconds += 1;
    await twin.sweep();
    await collected(2);

    expect(records[0]).not.toHaveProperty('userIdentity');
    expect(records[1]).toMatchObject({
      eventName: 'REMOVE',
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    });
  });

  it('offers a record again until it is taken, and holds the next ones back', async () => {
    const { records, onChange, collected } = collector();
    const refusals = [new Error('not now'), new Error('nor now')];
    await using twin = await serveTables({
      onChange: (record) => {
        const refusal = refusals.pop();
        if (refusal !== undefined) throw refusal;
        onChange(record);
      },
    });

    await twin.call('PutItem', { TableName, Item: row('a') });
    await twin.call('PutItem', { TableName, Item: row('b') });
    await collected(2);

    expect(records.map(({ dynamodb }) => dynamodb.Keys['FileId'])).toEqual([{ S: 'a' }, { S: 'b' }]);
    expect(twin.log).toHaveLength(2);
  });

  it('delivers after the next open what a killed process had not delivered', async () => {
    await using folder = await temporaryFolder();
    const script = fileURLToPath(new URL('../writeUntilKilled.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder.path, 'run', 'hang'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    const answered: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      answered.push(line);
      if (answered.length === 100) child.kill('SIGKILL');
    }
    await exited;

    const { records, onChange, collected } = collector();
    await using twin = await serveTables({ directory: folder.path, onChange });
    const { Count } = await twin.call('Scan', { TableName });
    await collected(Number(Count));

    const told = new Set(records.map(({ dynamodb }) => Object.values(dynamodb.Keys['FileId'] ?? {}).join('')));
    const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    expect(answered.filter((line) => !told.has(line.split(' ')[1] ?? ''))).toEqual([]);
    expect(numbers).toEqual([...numbers].sort());
    expect(records.length).toBe(Count);
  });

  it('does not deliver twice what was taken before closing', async () => {
    await using folder = await temporaryFolder();
    const first = collector();
    const before = await serveTables({ directory: folder.path, onChange: first.onChange });
    await before.call('PutItem', { TableName, Item: row('a') });
    await first.collected(1);
    await before.close();

    const second = collector();
    await using after = await serveTables({ directory: folder.path, onChange: second.onChange });
    await after.call('PutItem', { TableName, Item: row('b') });
    await second.collected(1);

    expect(second.records.map(({ dynamodb }) => dynamodb.Keys['FileId'])).toEqual([{ S: 'b' }]);
    expect(Number(second.records[0]?.dynamodb.SequenceNumber.slice(1))).toBe(2);
  });
});
