import { createHash } from 'node:crypto';
import type { Table } from '../tables/table';

/** The id of the only shard of a table's stream. As on DynamoDB: its creation in milliseconds, and eight hex digits. */
export const shardIdOf = (table: Table): string => {
  const begun = String(Math.floor(table.CreationDateTime * 1000)).padStart(20, '0');
  return `shardId-${begun}-${createHash('sha256').update(table.TableArn).digest('hex').slice(0, 8)}`;
};
