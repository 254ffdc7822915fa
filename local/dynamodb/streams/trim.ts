import type { Clock } from '../../clock';
import type { GroupCommit } from '../storage/groupCommit';
import { entriesOf, firstOf, startingWith, type Storage } from '../storage/storage';
import { recordPrefix } from './journal';
import { beginning, hindmostPosition } from './positions';
import { readStreamRecord, type StreamRecord } from './streamRecord';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html#Streams.DataRetention */
const keptSeconds = 24 * 60 * 60;
/** How long a record waits for its readers at most: unlike DynamoDB, this machine may be off for a while. */
const waitedForSeconds = 14 * keptSeconds;

interface Tools {
  readonly storage: Storage;
  readonly commit: GroupCommit;
  readonly clock: Clock;
}

/** The key of the sequence number of the newest trimmed record. */
export const trimmedKey = (table: string): string => `stream-trimmed~${table}`;

/** The sequence number of the newest trimmed record. */
export const trimmedUpTo = (storage: Storage, table: string): string => storage.get(trimmedKey(table)) ?? beginning;

/** Removes the stream records of a table that are older than 24 hours and taken by all readers, or than 14 days. */
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

/** Whether a record may be removed, given the position of its hindmost reader; undefined counts as taken. */
const isOver = ({ clock }: Tools, { dynamodb }: StreamRecord, hindmost?: string): boolean => {
  const age = clock() / 1000 - dynamodb.ApproximateCreationDateTime;
  const isTaken = hindmost === undefined || dynamodb.SequenceNumber <= hindmost;
  return age >= (isTaken ? keptSeconds : waitedForSeconds);
};
