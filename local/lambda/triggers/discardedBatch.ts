import { randomUUID } from 'node:crypto';
import { functionArn } from '../names';
import type { EventRecord } from './eventSource';

interface Discarded {
  readonly records: readonly EventRecord[];
  readonly shardId: string;
  readonly functionName: string;
  /** How often the function was called with this batch. */
  readonly invocations: number;
  readonly hasThrown: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The message to an on-failure destination about a batch that was given up: where its records are, not their content.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export const discardedBatch = ({ records, shardId, functionName, invocations, hasThrown, now }: Discarded) => ({
  requestContext: {
    requestId: randomUUID(),
    functionArn: functionArn(functionName),
    condition: 'RetryAttemptsExhausted',
    approximateInvokeCount: invocations,
  },
  responseContext: {
    statusCode: 200,
    executedVersion: '$LATEST',
    ...(hasThrown ? { functionError: 'Unhandled' } : {}),
  },
  version: '1.0',
  timestamp: new Date(now).toISOString(),
  DDBStreamBatchInfo: {
    shardId,
    startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
    endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
    approximateArrivalOfFirstRecord: arrivalOf(records[0]),
    approximateArrivalOfLastRecord: arrivalOf(records.at(-1)),
    batchSize: records.length,
    streamArn: records[0]?.eventSourceARN,
  },
});

const arrivalOf = (record: EventRecord | undefined): string =>
  new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString().replace('.000', '');
