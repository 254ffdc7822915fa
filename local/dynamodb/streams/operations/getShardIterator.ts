import type { Validation } from '../../dynalite/store';
import { InvalidRequest } from '../../errors';
import type { JsonObject } from '../../../json';
import type { Table } from '../../tables/table';
import { latestSequenceNumber } from '../journal';
import { trimmedUpTo } from '../trim';
import { RecordsTrimmed, ShardNotFound } from './errors';
import { shardIdOf } from '../shardIdOf';
import { findStream } from './findStream';
import { formatIterator } from './shardIterator';
import type { StreamTools } from './streamTools';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html */
export const getShardIteratorInput: Validation = {
  types: {
    StreamArn: { type: 'String', notNull: true, lengthGreaterThanOrEqual: 37, lengthLessThanOrEqual: 1024 },
    ShardId: { type: 'String', notNull: true, lengthGreaterThanOrEqual: 28, lengthLessThanOrEqual: 65 },
    ShardIteratorType: {
      type: 'String',
      notNull: true,
      enum: ['AFTER_SEQUENCE_NUMBER', 'LATEST', 'AT_SEQUENCE_NUMBER', 'TRIM_HORIZON'],
    },
    SequenceNumber: { type: 'String', lengthGreaterThanOrEqual: 21, lengthLessThanOrEqual: 40 },
  },
};

export const getShardIterator = (tools: StreamTools, input: JsonObject): JsonObject => {
  const streamArn = String(input['StreamArn']);
  const shardId = String(input['ShardId']);
  const table = findStream(tools, streamArn);
  if (shardId !== shardIdOf(table)) throw new ShardNotFound(shardId, streamArn);
  const after = startOf(tools, table, input);
  return { ShardIterator: formatIterator({ streamArn, after, madeAt: tools.clock() }) };
};

/** The sequence number after which the requested iterator begins. */
const startOf = ({ storage }: StreamTools, { TableName }: Table, input: JsonObject): string => {
  const trimmed = trimmedUpTo(storage, TableName);
  const type = input['ShardIteratorType'];
  if (type === 'TRIM_HORIZON') return trimmed;
  if (type === 'LATEST') return latestSequenceNumber(storage);
  const number = readNumber(input['SequenceNumber']);
  if (String(number) <= trimmed) throw new RecordsTrimmed();
  return String(type === 'AT_SEQUENCE_NUMBER' ? number - 1n : number);
};

const readNumber = (value: unknown): bigint => {
  if (typeof value === 'string' && /^1\d{20}$/.test(value)) return BigInt(value);
  throw new InvalidRequest('Invalid SequenceNumber: one of a record in this shard is needed for this iterator type');
};
