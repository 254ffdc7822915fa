import { entriesOf, startingWith, type Storage } from '../storage/storage';
import { sequenceNumberOf } from './journal';

/** Before the first record. */
export const beginning = sequenceNumberOf(0);

/** Where the positions of a stream's readers lie. */
export const positionPrefix = (table: string): string => `stream-position~${table}~`;

/** The sequence number up to which a reader has taken a table's stream. */
export const positionKey = (table: string, reader: string): string => positionPrefix(table) + reader;

/** The position of the reader that is furthest behind; undefined when nobody reads the stream. */
export const hindmostPosition = async (storage: Storage, table: string): Promise<string | undefined> => {
  let hindmost: string | undefined;
  for await (const [, position] of entriesOf(storage, startingWith(positionPrefix(table)))) {
    if (hindmost === undefined || position < hindmost) hindmost = position;
  }
  return hindmost;
};
