import { createHash } from 'node:crypto';
import type { Table } from '../../tables/table';
import { streamArnOf } from '../streamRecord';
import { StreamNotFound } from './errors';
import type { StreamTools } from './streamOperations';

/** The tables that have a stream. */
export const streamingTables = ({ catalog, hasStream }: StreamTools): Table[] =>
  catalog.names().flatMap((name) => {
    const table = catalog.get(name);
    return table !== undefined && hasStream(name) ? [table] : [];
  });

/** The table whose stream it is, or StreamNotFound. */
export const findStream = (tools: StreamTools, streamArn: string): Table => {
  const table = streamingTables(tools).find((candidate) => streamArnOf(candidate) === streamArn);
  if (table === undefined) throw new StreamNotFound(streamArn);
  return table;
};

/** The one shard of a table's stream. // DynamoDB's spelling: the millisecond of its making, and eight digits */
export const shardIdOf = (table: Table): string => {
  const begun = String(Math.floor(table.CreationDateTime * 1000)).padStart(20, '0');
  return `shardId-${begun}-${createHash('sha256').update(table.TableArn).digest('hex').slice(0, 8)}`;
};
