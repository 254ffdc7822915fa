import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DescribeStreamCommand, DynamoDBStreamsClient, ListStreamsCommand } from '@aws-sdk/client-dynamodb-streams';
import { GetQueueAttributesCommand, PurgeQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tables } from '../../../config/table';
import { writeEndpoints } from '../../../local/endpoints';
import { runReplay } from '../../../tools/replay/runReplay';
import { rowOf } from '../../functions/followTable/streamRecords';
import { useTwin } from '../../functions/useTwin';

const twin = useTwin();

const setup = { directory: '' };
beforeAll(async () => {
  setup.directory = await mkdtemp(join(tmpdir(), 'myfiles-replay-'));
});
afterAll(() => rm(setup.directory, { recursive: true }));

const clientOptions = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: twin.twin().developer,
});

const queue = () => ({
  client: new SQSClient(clientOptions(twin.twin().endpoints.sqs)),
  QueueUrl: twin.twin().endpoints.deadLetterQueue,
});

beforeEach(async () => {
  await writeEndpoints(setup.directory, twin.twin());
  const { client, QueueUrl } = queue();
  await client.send(new PurgeQueueCommand({ QueueUrl }));
});

const replay = async () => {
  const lines: string[] = [];
  const isDone = await runReplay(['--data', setup.directory], (line) => lines.push(line));
  return { isDone, lines };
};

const post = async (MessageBody: string): Promise<void> => {
  const { client, QueueUrl } = queue();
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
};

const lettersLeft = async (): Promise<number> => {
  const { client, QueueUrl } = queue();
  const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  return (
    Number(Attributes['ApproximateNumberOfMessages']) + Number(Attributes['ApproximateNumberOfMessagesNotVisible'])
  );
};

/** A dead letter about one record of the files table's stream. */
const letterAbout = async (sequenceNumber: string, functionName = 'followTable'): Promise<string> => {
  const streams = new DynamoDBStreamsClient(clientOptions(twin.twin().endpoints.dynamodb));
  const { Streams: [stream] = [] } = await streams.send(new ListStreamsCommand({ TableName: tables.files.name }));
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: stream?.StreamArn }));
  return JSON.stringify({
    requestContext: { functionArn: `arn:aws:lambda:us-east-1:000000000000:function:${functionName}` },
    DDBStreamBatchInfo: {
      shardId: StreamDescription?.Shards?.[0]?.ShardId,
      startSequenceNumber: sequenceNumber,
      endSequenceNumber: sequenceNumber,
      batchSize: 1,
      streamArn: stream?.StreamArn,
    },
  });
};

const first = '100000000000000000001';

const putRow = () =>
  twin.tables().send(
    new PutCommand({
      TableName: tables.files.name,
      Item: rowOf({ UserId: randomUUID(), FileId: randomUUID(), Size: 1, Status: 'PENDING' }),
    }),
  );

describe('npm run replay', () => {
  it('says so when there is nothing to do', async () => {
    expect(await replay()).toEqual({ isDone: true, lines: ['Nothing to replay.'] });
  });

  it('hands the records of a letter to the function and deletes the letter', async () => {
    await putRow();
    await post(await letterAbout(first));

    const { isDone, lines } = await replay();

    expect(lines).toEqual([`1 record(s), ${first} to ${first}: handled by followTable.`, '1 of 1 handled.']);
    expect(isDone).toBe(true);
    expect(await lettersLeft()).toBe(0);
  });

  it('deals with every letter, whichever of the servers it lies on', async () => {
    for (let count = 0; count < 12; count += 1) await post(await letterAbout('100000000000000000000'));

    const { isDone, lines } = await replay();

    expect(lines.at(-1)).toBe('12 of 12 handled.');
    expect(isDone).toBe(true);
    expect(await lettersLeft()).toBe(0);
  });

  it('leaves a letter whose function fails again', async () => {
    await putRow();
    await post(await letterAbout(first, 'signUpload'));

    const { isDone, lines } = await replay();

    expect(lines[0]).toContain('signUpload failed again');
    expect(isDone).toBe(false);
    expect(await lettersLeft()).toBe(1);
  });

  it('leaves to reconcile what the stream has no more', async () => {
    await post(await letterAbout('100000000000000000000'));

    const { isDone, lines } = await replay();

    expect(lines[0]).toContain('gone from the stream after 24 hours; reconcile takes over.');
    expect(isDone).toBe(true);
    expect(await lettersLeft()).toBe(0);
  });

  it('leaves a message that is no letter', async () => {
    await post('hello');

    expect((await replay()).lines[0]).toContain('not a stream failure; left in the queue.');
  });

  it('says what to do when no twin runs, or nothing was deployed', async () => {
    await expect(runReplay(['--data', '/nowhere'], () => undefined)).rejects.toThrow('Start it with: npm run dev');
    await expect(runReplay(['--stage', 'dev', '--from', '/nowhere'], () => undefined)).rejects.toThrow(
      'docs/operations.md says how to fetch it',
    );
    await expect(runReplay(['--stage', 'moon'], () => undefined)).rejects.toThrow(
      '.deployed/moon.json cannot be read.',
    );
  });
});
