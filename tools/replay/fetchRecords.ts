import {
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
  type DynamoDBStreamsClient,
  type _Record,
} from '@aws-sdk/client-dynamodb-streams';
import type { Letter } from './readLetter';

/** Empty pages in a row after which reading ends: a stream returns some, and an open shard has no last page. */
const patiencePages = 20;

/** A dead letter's records from the table's stream, in the function's event format; undefined when they are gone. */
export const fetchRecords = async (
  streams: DynamoDBStreamsClient,
  { streamArn, shardId, startSequenceNumber, endSequenceNumber }: Letter,
): Promise<object[] | undefined> => {
  try {
    const begin = new GetShardIteratorCommand({
      StreamArn: streamArn,
      ShardId: shardId,
      ShardIteratorType: 'AT_SEQUENCE_NUMBER',
      SequenceNumber: startSequenceNumber,
    });
    const records: object[] = [];
    let { ShardIterator } = await streams.send(begin);
    for (let empty = 0; ShardIterator !== undefined && empty < patiencePages;) {
      const { Records = [], NextShardIterator } = await streams.send(new GetRecordsCommand({ ShardIterator }));
      for (const record of Records) {
        if (BigInt(record.dynamodb?.SequenceNumber ?? 0) <= BigInt(endSequenceNumber)) {
          records.push(eventRecordOf(record, streamArn));
        }
        if (record.dynamodb?.SequenceNumber === endSequenceNumber) return records;
      }
      empty = Records.length === 0 ? empty + 1 : 0;
      ShardIterator = NextShardIterator;
    }
    return records;
  } catch (error) {
    if (error instanceof TrimmedDataAccessException || error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

/** A record in Lambda's event format: with its stream's ARN, the date in seconds, and camelCase `userIdentity`. */
const eventRecordOf = ({ dynamodb, userIdentity, ...record }: _Record, eventSourceARN: string): object => ({
  ...record,
  eventSourceARN,
  dynamodb: {
    ...dynamodb,
    ApproximateCreationDateTime: Math.floor((dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000),
  },
  ...(userIdentity === undefined
    ? {}
    : { userIdentity: { type: userIdentity.Type, principalId: userIdentity.PrincipalId } }),
});
