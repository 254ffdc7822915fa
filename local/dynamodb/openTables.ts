import type { RequestListener } from 'node:http';
import type { TableDescription } from '../../config/table';
import type { Clock } from '../clock';
import { copyInput, createDispatch } from './dispatch';
import { createListener } from './http/createListener';
import type { JsonObject } from './json';
import { readOperations } from './operations/readOperations';
import { tableOperations } from './operations/tableOperations';
import { writeOperations } from './operations/writeOperations';
import { createWriter } from './operations/writer';
import { createGroupCommit } from './storage/groupCommit';
import { openDisk } from './storage/openDisk';
import { openMemory } from './storage/openMemory';
import type { Storage } from './storage/storage';
import { loadCatalog } from './tables/catalog';
import { ensureTable } from './tables/ensureTable';
import { transactGetItems } from './transactions/transactGetItems';
import { transactWriteItems } from './transactions/transactWriteItems';

export interface TablesOptions {
  /** Where the tables are kept; absent: in memory. */
  readonly directory?: string;
  /** Created when missing. */
  readonly tables: readonly TableDescription[];
  readonly clock: Clock;
  readonly log?: (line: string) => void;
}

/** The twin's DynamoDB. */
export interface OpenTables {
  /** Calls an operation (`GetItem`) in DynamoDB's own JSON, within the process. Rejects with a TableError. */
  readonly call: (operation: string, input: JsonObject) => Promise<JsonObject>;
  /** Answers the AWS SDK and CLI. */
  readonly listener: RequestListener;
  /** Ends when all that was answered is durable and the folder is free. */
  readonly close: () => Promise<void>;
}

/** Opens the tables. What it answers is durable; a folder that cannot be used is a typed error that says why. */
export const openTables = async (options: TablesOptions): Promise<OpenTables> => {
  const { directory } = options;
  const storage = directory === undefined ? await openMemory() : await openDisk(directory);
  try {
    return await openOver(storage, options);
  } catch (error) {
    await storage.close();
    throw error;
  }
};

const openOver = async (storage: Storage, options: TablesOptions): Promise<OpenTables> => {
  const { directory, tables, clock, log = () => undefined } = options;
  const catalog = await loadCatalog(storage, directory ?? 'memory');
  const commit = createGroupCommit(storage, (error) =>
    log(`DynamoDB: no more writes, since one failed: ${String(error)}`),
  );
  const write = createWriter(commit, catalog);
  const operations = {
    ...readOperations(storage, catalog),
    ...writeOperations(write),
    ...tableOperations({ storage, commit, catalog }),
    TransactGetItems: transactGetItems(write),
    TransactWriteItems: transactWriteItems(write, clock),
  };
  for (const table of tables) await ensureTable(table, { catalog, createTable: operations.CreateTable });
  const dispatch = createDispatch(operations, log);
  return {
    call: async (operation, input) => dispatch(operation, copyInput(input)),
    listener: createListener(dispatch),
    close: async () => {
      await commit.settled().catch(() => undefined); // those who wrote were told already
      await storage.close();
    },
  };
};
