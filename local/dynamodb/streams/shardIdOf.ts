import { createHash } from 'node:crypto';
import type { Table } from '../tables/table';

/** The one shard of a table's stream. // DynamoDB's spelling: the millisecond of its making, and eight digits */
export const shardIdOf = (table: Table): string => {
  const begun = String(Math.floor(table.CreationDateTime * 1000)).padStart(20, '0');
  return `shardId-${begun}-${createHash('sha256').update(table.TableArn).digest('hex').slice(0, 8)}`;
};
