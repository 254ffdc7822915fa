import { DescribeStreamCommand, GetRecordsCommand, GetShardIteratorCommand } from '@aws-sdk/client-dynamodb-streams';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { tables } from '../../config/table';
import type { World } from './world';

/** Delivers some stream records to `followTable` in addition to the stream: again, early, late, in any order. */
export const deliverAgain = async ({ twin }: World, picks: readonly number[]): Promise<void> => {
  const { functions } = twin.clients();
  const records = await readStream(twin.clients());
  const Records = picks.flatMap((pick) => (records.length === 0 ? [] : [records[pick % records.length]]));
  if (Records.length === 0) return;
  await functions.send(new InvokeCommand({ FunctionName: 'followTable', Payload: JSON.stringify({ Records }) }));
};

/** All records that the stream still holds, in Lambda's event format. */
const readStream = async ({ tables: client, streams }: ReturnType<World['twin']['clients']>): Promise<object[]> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tables.files.name }));
  const StreamArn = Table?.LatestStreamArn;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const [shard] = StreamDescription?.Shards ?? [];
  let { ShardIterator } = await streams.send(
    new GetShardIteratorCommand({ StreamArn, ShardId: shard?.ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
  );
  const records: object[] = [];
  while (ShardIterator !== undefined) {
    const page = await streams.send(new GetRecordsCommand({ ShardIterator }));
    for (const { dynamodb, ...record } of page.Records ?? []) {
      const ApproximateCreationDateTime = Math.floor((dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000);
      records.push({ ...record, dynamodb: { ...dynamodb, ApproximateCreationDateTime } });
    }
    if ((page.Records ?? []).length === 0) break;
    ShardIterator = page.NextShardIterator;
  }
  return records;
};
