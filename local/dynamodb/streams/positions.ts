import { entriesOf, startingWith, type Storage } from '../storage/storage';
import { sequenceNumberOf } from './journal';

/** The position before the first record. */
export const beginning = sequenceNumberOf(0);

/** The key prefix of the positions of a stream's readers. */
export const positionPrefix = (table: string): string => `stream-position~${table}~`;

/** The key of the sequence number up to which a reader has taken a table's stream. */
export const positionKey = (table: string, reader: string): string => positionPrefix(table) + reader;

/** The position of the reader that is furthest behind; undefined if the stream has no reader. */
export const hindmostPosition = async (storage: Storage, table: string): Promise<string | undefined> => {
  let hindmost: string | undefined;
  for await (const [, position] of entriesOf(storage, startingWith(positionPrefix(table)))) {
    if (hindmost === undefined || position < hindmost) hindmost = position;
  }
  return hindmost;
};
