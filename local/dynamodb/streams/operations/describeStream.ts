import type { Validation } from '../../dynalite/store';
import type { JsonObject } from '../../../json';
import { sequenceNumberOf } from '../journal';
import { streamLabelOf } from '../streamRecord';
import { shardIdOf } from '../shardIdOf';
import { findStream } from './findStream';
import type { StreamTools } from './streamTools';

const arn = { type: 'String', notNull: true, lengthGreaterThanOrEqual: 37, lengthLessThanOrEqual: 1024 };

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_DescribeStream.html */
export const describeStreamInput: Validation = {
  types: {
    StreamArn: arn,
    Limit: { type: 'Integer', greaterThanOrEqual: 1, lessThanOrEqual: 100 },
    ExclusiveStartShardId: 'String',
  },
};

export const describeStream = (tools: StreamTools, input: JsonObject): JsonObject => {
  const StreamArn = String(input['StreamArn']);
  const table = findStream(tools, StreamArn);
  const shard = {
    ShardId: shardIdOf(table),
    SequenceNumberRange: { StartingSequenceNumber: sequenceNumberOf(1) }, // no ending number: the shard is open
  };
  return {
    StreamDescription: {
      StreamArn,
      StreamLabel: streamLabelOf(table),
      StreamStatus: 'ENABLED',
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      CreationRequestDateTime: table.CreationDateTime,
      TableName: table.TableName,
      KeySchema: table.KeySchema,
      Shards: input['ExclusiveStartShardId'] === undefined ? [shard] : [],
    },
  };
};
