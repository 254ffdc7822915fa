import { entriesOf, type Storage } from '../storage/storage';
import { recordPrefix } from './journal';
import { readStreamRecord, type StreamRecord } from './streamRecord';

interface Place {
  readonly table: string;
  /** A sequence number; the empty string precedes all records. */
  readonly after: string;
  readonly limit: number;
}

/** At most `limit` records of a table's stream after a sequence number, oldest first. */
export const readRecords = async (storage: Storage, { table, after, limit }: Place): Promise<StreamRecord[]> => {
  const records: StreamRecord[] = [];
  const prefix = recordPrefix(table);
  for await (const [, text] of entriesOf(storage, { gt: prefix + after, lt: `${prefix}~` })) {
    records.push(readStreamRecord(text));
    if (records.length >= limit) break;
  }
  return records;
};
