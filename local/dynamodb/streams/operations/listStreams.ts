import type { Validation } from '../../dynalite/store';
import type { JsonObject } from '../../../json';
import { streamArnOf, streamLabelOf } from '../streamRecord';
import { streamingTables } from './findStream';
import type { StreamTools } from './streamTools';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_ListStreams.html */
export const listStreamsInput: Validation = {
  types: {
    TableName: {
      type: 'String',
      regex: '[a-zA-Z0-9_.-]+',
      lengthGreaterThanOrEqual: 3,
      lengthLessThanOrEqual: 255,
    },
    Limit: { type: 'Integer', greaterThanOrEqual: 1, lessThanOrEqual: 100 },
    ExclusiveStartStreamArn: 'String',
  },
};

export const listStreams = (tools: StreamTools, input: JsonObject): JsonObject => {
  const { TableName, Limit, ExclusiveStartStreamArn: start } = input;
  const streams = streamingTables(tools)
    .filter((table) => TableName === undefined || table.TableName === TableName)
    .map((table) => ({
      StreamArn: streamArnOf(table),
      TableName: table.TableName,
      StreamLabel: streamLabelOf(table),
    }))
    .filter(({ StreamArn }) => typeof start !== 'string' || StreamArn > start);
  const page = streams.slice(0, typeof Limit === 'number' ? Limit : 100);
  const last = page.length < streams.length ? page.at(-1)?.StreamArn : undefined;
  return { Streams: page, ...(last === undefined ? {} : { LastEvaluatedStreamArn: last }) };
};
