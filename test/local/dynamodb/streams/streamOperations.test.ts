import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
  type ShardIteratorType,
} from '@aws-sdk/client-dynamodb-streams';
import { describe, expect, it } from 'vitest';
import { filesTable } from '../filesTable';
import { key, serveTables, TableName } from '../serveTables';

const usage = { ...filesTable, name: 'MyAppUsage', stream: false };

/** A twin whose stream holds `count` records, with an AWS SDK client for it. */
const serveStream = async (count: number) => {
  const time = { hours: 480_000 };
  const twin = await serveTables({ tables: [filesTable, usage], clock: () => time.hours * 3_600_000 });
  const put = (name: string) => twin.call('PutItem', { TableName, Item: key('owner', name) });
  for (let index = 0; index < count; index += 1) await put(`f${index}`);
  await twin.call('PutItem', { TableName: usage.name, Item: key('owner', 'TOTAL') });
  const client = new DynamoDBStreamsClient({
    endpoint: twin.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  });
  const { Streams: [stream] = [] } = await client.send(new ListStreamsCommand({ TableName }));
  const StreamArn = stream?.StreamArn;
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId;
  const iteratorAt = async (ShardIteratorType: ShardIteratorType, SequenceNumber?: string) =>
    (await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType, SequenceNumber })))
      .ShardIterator;
  const read = async (ShardIterator: string | undefined, Limit?: number) => {
    const answer = await client.send(new GetRecordsCommand({ ShardIterator, Limit }));
    const names = answer.Records?.map(({ dynamodb }) => dynamodb?.Keys?.['FileId']?.S);
    return { ...answer, names };
  };
  const dispose = async () => {
    client.destroy();
    await twin.close();
  };
  return { ...twin, put, client, time, StreamArn, StreamDescription, iteratorAt, read, [Symbol.asyncDispose]: dispose };
};

describe('DynamoDB Streams, by the SDK', () => {
  it('lists the streams of the tables that have one', async () => {
    await using twin = await serveStream(0);

    const { Streams } = await twin.client.send(new ListStreamsCommand({}));

    expect(Streams).toEqual([
      { StreamArn: twin.StreamArn, TableName, StreamLabel: expect.stringMatching(/^20\d\d-.*\.\d{3}$/) },
    ]);
  });

  it('describes a stream as one open shard', async () => {
    await using twin = await serveStream(0);

    expect(twin.StreamDescription).toMatchObject({
      StreamStatus: 'ENABLED',
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      TableName,
      Shards: [{ ShardId: expect.stringMatching(/^shardId-\d{20}-[0-9a-f]{8}$/) }],
    });
    expect(twin.StreamDescription?.Shards?.[0]?.SequenceNumberRange).not.toHaveProperty('EndingSequenceNumber');
  });

  it('reads from the oldest record on, page by page', async () => {
    await using twin = await serveStream(5);

    const first = await twin.read(await twin.iteratorAt('TRIM_HORIZON'), 3);
    const second = await twin.read(first.NextShardIterator);
    await twin.put('later');
    const third = await twin.read(second.NextShardIterator);

    expect([first.names, second.names, third.names]).toEqual([['f0', 'f1', 'f2'], ['f3', 'f4'], ['later']]);
  });

  it('tells of a record all but its stream', async () => {
    await using twin = await serveStream(1);

    const { Records: [record] = [] } = await twin.read(await twin.iteratorAt('TRIM_HORIZON'));

    expect(record).toMatchObject({ eventName: 'INSERT', eventSource: 'aws:dynamodb', awsRegion: 'us-east-1' });
    expect(record?.dynamodb).toMatchObject({ NewImage: key('owner', 'f0'), StreamViewType: 'NEW_AND_OLD_IMAGES' });
    expect(record?.dynamodb?.ApproximateCreationDateTime).toBeInstanceOf(Date);
    expect(record).not.toHaveProperty('eventSourceARN');
  });

  it('begins at, or after, a sequence number, or with what comes', async () => {
    await using twin = await serveStream(3);
    const { Records = [] } = await twin.read(await twin.iteratorAt('TRIM_HORIZON'));
    const second = Records[1]?.dynamodb?.SequenceNumber;
    const latest = await twin.iteratorAt('LATEST');
    await twin.put('later');

    expect((await twin.read(await twin.iteratorAt('AT_SEQUENCE_NUMBER', second))).names).toEqual(['f1', 'f2', 'later']);
    expect((await twin.read(await twin.iteratorAt('AFTER_SEQUENCE_NUMBER', second))).names).toEqual(['f2', 'later']);
    expect((await twin.read(latest)).names).toEqual(['later']);
  });

  it('names DynamoDB itself as the one who removed an ended row', async () => {
    await using twin = await serveStream(0);
    await twin.call('PutItem', {
      TableName,
      Item: { ...key('owner', 'a'), ExpiresAt: { N: String(480_000 * 3_600) } },
    });
    await twin.sweep();

    const { Records } = await twin.read(await twin.iteratorAt('TRIM_HORIZON'));

    expect(Records?.[1]?.userIdentity).toEqual({ Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' });
  });

  it('refuses what was trimmed, and an iterator of more than 15 minutes ago', async () => {
    await using twin = await serveStream(2);
    const old = await twin.iteratorAt('TRIM_HORIZON');
    const { Records: [record] = [] } = await twin.read(old);
    twin.time.hours += 0.3;
    await expect(twin.read(old)).rejects.toThrow(ExpiredIteratorException);

    twin.time.hours += 24;
    await twin.sweep();

    const trimmed = twin.iteratorAt('AT_SEQUENCE_NUMBER', record?.dynamodb?.SequenceNumber);
    await expect(trimmed).rejects.toThrow(TrimmedDataAccessException);
    expect((await twin.read(await twin.iteratorAt('TRIM_HORIZON'))).names).toEqual([]);
  });

  it('refuses what is not there or makes no sense', async () => {
    await using twin = await serveStream(0);
    const StreamArn = `${twin.StreamArn}0`;

    await expect(twin.client.send(new DescribeStreamCommand({ StreamArn }))).rejects.toThrow(ResourceNotFoundException);
    await expect(twin.read('nonsense')).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(twin.iteratorAt('AT_SEQUENCE_NUMBER')).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(
      twin.client.send(
        new GetShardIteratorCommand({
          StreamArn: twin.StreamArn,
          ShardId: 'shardId-00000000000000000000-00000000',
          ShardIteratorType: 'LATEST',
        }),
      ),
    ).rejects.toThrow(ResourceNotFoundException);
  });
});
