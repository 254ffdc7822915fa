import type { Clock } from '../../clock';
import type { GroupCommit } from '../storage/groupCommit';
import { entriesOf, firstOf, startingWith, type Storage } from '../storage/storage';
import { recordPrefix } from './journal';
import { beginning, hindmostPosition } from './positions';
import { readStreamRecord, type StreamRecord } from './streamRecord';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html#Streams.DataRetention */
const keptSeconds = 24 * 60 * 60;
/** How long a record waits for its readers at the most: a machine may be off for a while, unlike DynamoDB. */
const waitedForSeconds = 14 * keptSeconds;

interface Tools {
  readonly storage: Storage;
  readonly commit: GroupCommit;
  readonly clock: Clock;
}

/** Where the number of the newest trimmed record lies. */
export const trimmedKey = (table: string): string => `stream-trimmed~${table}`;

/** The number of the newest record that is gone. */
export const trimmedUpTo = (storage: Storage, table: string): string => storage.get(trimmedKey(table)) ?? beginning;

/** Removes the records of a table's stream that are older than 24 hours, once all its readers have taken them. */
export const trimRecords = async (tools: Tools, table: string): Promise<void> => {
  const { storage, commit } = tools;
  const records = startingWith(recordPrefix(table));
  const oldest = await firstOf(storage, records);
  if (oldest === undefined || !isOver(tools, readStreamRecord(oldest[1]))) return;
  const hindmost = await hindmostPosition(storage, table);
  const writes = new Map<string, string | undefined>();
  for await (const [key, text] of entriesOf(storage, records)) {
    const record = readStreamRecord(text);
    if (!isOver(tools, record, hindmost)) break;
    writes.set(key, undefined);
    writes.set(trimmedKey(table), record.dynamodb.SequenceNumber);
  }
  await commit.stage(writes);
};

/** Whether a record may go, its readers being at `hindmost` or further. */
const isOver = ({ clock }: Tools, { dynamodb }: StreamRecord, hindmost?: string): boolean => {
  const age = clock() / 1000 - dynamodb.ApproximateCreationDateTime;
  const isTaken = hindmost === undefined || dynamodb.SequenceNumber <= hindmost;
  return age >= (isTaken ? keptSeconds : waitedForSeconds);
};
