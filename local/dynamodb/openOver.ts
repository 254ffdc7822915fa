import { describeContinuousBackups } from './operations/describeContinuousBackups';
import type { Operation } from './operations/operation';
import { readOperations } from './operations/readOperations';
import { tableOperations } from './operations/tableOperations';
import { writeOperations } from './operations/writeOperations';
import { createWriter, type Writer } from './operations/writer';
import type { TablesOptions } from './options';
import { createGroupCommit } from './storage/groupCommit';
import { createRecentRanges } from './storage/recentRanges';
import { createRows } from './storage/rows';
import type { Storage } from './storage/storage';
import { createBell } from './streams/bell';
import { followWithRecords } from './streams/journal';
import { openReader, type StreamReader } from './streams/openReader';
import { streamOperations } from './streams/operations/streamOperations';
import { NoStream } from './streams/operations/errors';
import { trimRecords } from './streams/trim';
import { loadCatalog } from './tables/catalog';
import { ensureTable } from './tables/ensureTable';
import { followExpiry } from './timeToLive/expiryIndex';
import { enableTimeToLive, timeToLiveOperations } from './timeToLive/operations';
import { loadSettings } from './timeToLive/settings';
import { startSweeper } from './timeToLive/startSweeper';
import { sweepRows } from './timeToLive/sweep';
import { sweepTokens } from './transactions/requestToken';
import { transactGetItems } from './transactions/transactGetItems';
import { transactWriteItems } from './transactions/transactWriteItems';

/** The operations on the tables in a storage, and their background work. */
export interface Running {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly openReader: (table: string, name: string) => Promise<StreamReader>;
  readonly sweep: () => Promise<number>;
  /** Stops the background work; resolves once everything acknowledged is durable. */
  readonly close: () => Promise<void>;
}

/** Assembles the operations over an open storage. */
export const openOver = async (
  storage: Storage,
  options: TablesOptions & { readonly log: (line: string) => void },
): Promise<Running> => {
  const { directory = 'memory', clock, log } = options;
  const streaming = options.tables.filter(({ stream }) => stream).map(({ name }) => name);
  const hasStream = (table: string): boolean => streaming.includes(table);
  const catalog = await loadCatalog(storage, directory);
  const settings = await loadSettings(storage);
  const rows = createRows(storage);
  const ranges = createRecentRanges(storage);
  const commit = createGroupCommit(storage, {
    onDurable: (writes) => {
      rows.forget(writes.keys());
      ranges.forget(writes.keys());
    },
    onFailure: (error) =>
      log(
        `The tables take no more writes (${reasonOf(error)}): make room or mend the disk, then start the twin again. ` +
          'Nothing that was answered is lost.',
      ),
  });
  const followers = [followExpiry(settings), followWithRecords({ storage, clock, hasStream })];
  const commitChange = createWriter({ commit, rows, catalog, followers });
  const bell = createBell();
  const write: Writer = async (change, cause) => {
    const result = await commitChange(change, cause);
    bell.ring();
    return result;
  };
  const operations = {
    ...readOperations({ rows, ranges, catalog }),
    ...writeOperations(write),
    ...tableOperations({ storage, commit, catalog, settings, hasStream }),
    ...streamOperations({ storage, catalog, clock, hasStream }),
    ...timeToLiveOperations({ storage, commit, catalog, settings }),
    DescribeContinuousBackups: describeContinuousBackups(catalog),
    TransactGetItems: transactGetItems(write),
    TransactWriteItems: transactWriteItems(write, clock),
  };
  for (const table of options.tables) {
    await ensureTable(table, { catalog, createTable: operations.CreateTable });
    const { name, timeToLiveAttribute: attribute } = table;
    if (settings.get(name) === attribute) continue;
    await enableTimeToLive({ storage, commit, settings }, { table: name, attribute });
  }
  const sweep = async (): Promise<number> => {
    for (const table of streaming) await trimRecords({ storage, commit, clock }, table);
    await sweepTokens({ storage, commit, clock });
    return sweepRows({ storage, write, catalog, settings, clock });
  };
  const sweeper = startSweeper(sweep, log);
  return {
    operations,
    openReader: async (table, name) => {
      const described = hasStream(table) ? catalog.get(table) : undefined;
      if (described === undefined) throw new NoStream(table);
      return openReader({ storage, commit, bell }, { table: described, name });
    },
    sweep: sweeper.sweep,
    close: async () => {
      await sweeper.close();
      await commit.settled().catch(() => undefined); // the writers were already told of the failure
    },
  };
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
