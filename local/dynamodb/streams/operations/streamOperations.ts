import { checkInput } from '../../dynalite/checkInput';
import type { Operation } from '../../operations/operation';
import { describeStream, describeStreamInput } from './describeStream';
import { getRecords, getRecordsInput } from './getRecords';
import { getShardIterator, getShardIteratorInput } from './getShardIterator';
import { listStreams, listStreamsInput } from './listStreams';
import type { StreamTools } from './streamTools';

/**
 * The operations on streams, each of which has one shard that stays open.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB_Streams.html
 */
export const streamOperations = (
  tools: StreamTools,
): Record<`DynamoDBStreams.${'DescribeStream' | 'GetRecords' | 'GetShardIterator' | 'ListStreams'}`, Operation> => ({
  'DynamoDBStreams.DescribeStream': async (input) => describeStream(tools, checkInput(input, describeStreamInput)),
  'DynamoDBStreams.GetRecords': (input) => getRecords(tools, checkInput(input, getRecordsInput)),
  'DynamoDBStreams.GetShardIterator': async (input) =>
    getShardIterator(tools, checkInput(input, getShardIteratorInput)),
  'DynamoDBStreams.ListStreams': async (input) => listStreams(tools, checkInput(input, listStreamsInput)),
});
