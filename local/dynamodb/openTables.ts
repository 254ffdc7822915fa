import type { RequestListener } from 'node:http';
import { copyInput, createDispatch } from './dispatch';
import { createListener } from './http/createListener';
import type { JsonObject } from '../json';
import { openOver } from './openOver';
import type { TablesOptions } from './options';
import { openDisk } from './storage/openDisk';
import { openMemory } from './storage/openMemory';
import type { StreamReader } from './streams/openReader';

/** The twin's DynamoDB. */
export interface OpenTables {
  /** Calls an operation (`GetItem`) in-process, with DynamoDB's JSON. Rejects with a TableError. */
  readonly call: (operation: string, input: JsonObject) => Promise<JsonObject>;
  /** Answers the AWS SDK and CLI. */
  readonly listener: RequestListener;
  /** Opens a named reader of a table's stream; its position is stored with the tables. */
  readonly openReader: (table: string, name: string) => Promise<StreamReader>;
  /** Removes expired rows, stream records and request tokens, as happens each second; resolves with the row count. */
  readonly sweep: () => Promise<number>;
  /** Resolves once everything acknowledged is durable and the folder is unlocked. */
  readonly close: () => Promise<void>;
}

/** Opens the tables. Acknowledged writes are durable; a folder that cannot be used rejects with a typed error. */
export const openTables = async (options: TablesOptions): Promise<OpenTables> => {
  const { directory, clock, principals, log = () => undefined } = options;
  const storage = directory === undefined ? await openMemory() : await openDisk(directory);
  try {
    const { operations, openReader, sweep, close } = await openOver(storage, { ...options, log });
    const dispatch = createDispatch(operations, log);
    return {
      call: async (operation, input) => dispatch(operation, copyInput(input)),
      listener: createListener(dispatch, { principals, clock, log }),
      openReader,
      sweep,
      close: async () => {
        await close();
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
};
