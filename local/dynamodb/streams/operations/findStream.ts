import type { Table } from '../../tables/table';
import { streamArnOf } from '../streamRecord';
import { StreamNotFound } from './errors';
import type { StreamTools } from './streamTools';

/** The tables that have a stream. */
export const streamingTables = ({ catalog, hasStream }: StreamTools): Table[] =>
  catalog.names().flatMap((name) => {
    const table = catalog.get(name);
    return table !== undefined && hasStream(name) ? [table] : [];
  });

/** The table whose stream has this ARN, or StreamNotFound. */
export const findStream = (tools: StreamTools, streamArn: string): Table => {
  const table = streamingTables(tools).find((candidate) => streamArnOf(candidate) === streamArn);
  if (table === undefined) throw new StreamNotFound(streamArn);
  return table;
};
