import type { Validation } from '../../dynalite/store';
import type { JsonObject } from '../../../json';
import { readRecords } from '../readRecords';
import type { StreamRecord } from '../streamRecord';
import { trimmedUpTo } from '../trim';
import { IteratorExpired, RecordsTrimmed } from './errors';
import { findStream } from './findStream';
import { formatIterator, parseIterator } from './shardIterator';
import type { StreamTools } from './streamTools';

const lifetimeMilliseconds = 15 * 60 * 1000;
const maxBytes = 1024 * 1024;
const maxRecords = 1000;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html */
export const getRecordsInput: Validation = {
  types: {
    ShardIterator: { type: 'String', notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 2048 },
    Limit: { type: 'Integer', greaterThanOrEqual: 1, lessThanOrEqual: maxRecords },
  },
};

export const getRecords = async (tools: StreamTools, input: JsonObject): Promise<JsonObject> => {
  const { storage, clock } = tools;
  const { streamArn, after, madeAt } = parseIterator(String(input['ShardIterator']));
  const { TableName } = findStream(tools, streamArn);
  if (clock() - madeAt > lifetimeMilliseconds) throw new IteratorExpired();
  if (after < trimmedUpTo(storage, TableName)) throw new RecordsTrimmed();
  const limit = typeof input['Limit'] === 'number' ? input['Limit'] : maxRecords;
  const records = upTo(maxBytes, await readRecords(storage, { table: TableName, after, limit }));
  const last = records.at(-1)?.dynamodb.SequenceNumber ?? after;
  return {
    Records: records.map(describe),
    NextShardIterator: formatIterator({ streamArn, after: last, madeAt: clock() }),
  };
};

/** As many records as fit, at least one. */
const upTo = (bytes: number, records: readonly StreamRecord[]): StreamRecord[] => {
  let sum = 0;
  return records.filter(({ dynamodb }, index) => {
    sum += dynamodb.SizeBytes;
    return index === 0 || sum <= bytes;
  });
};

/** A record as this API returns it: without the stream's ARN, and with `userIdentity` capitalized, unlike in Lambda. */
const describe = ({ eventSourceARN: _stream, userIdentity, ...record }: StreamRecord): JsonObject => ({
  ...record,
  ...(userIdentity === undefined
    ? {}
    : { userIdentity: { Type: userIdentity.type, PrincipalId: userIdentity.principalId } }),
});
