import { describeContinuousBackups } from './operations/describeContinuousBackups';
import type { Operation } from './operations/operation';
import { readOperations } from './operations/readOperations';
import { tableOperations } from './operations/tableOperations';
import { writeOperations } from './operations/writeOperations';
import { createWriter, type Writer } from './operations/writer';
import type { TablesOptions } from './openTables';
import { createGroupCommit } from './storage/groupCommit';
import { createRows } from './storage/rows';
import type { Storage } from './storage/storage';
import { startDelivery, type Delivery } from './streams/deliver';
import { followWithRecords } from './streams/journal';
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

/** The operations of the tables in a storage, and what runs beside them. */
export interface Running {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly sweep: () => Promise<number>;
  /** Ends what runs beside; resolves once all that was answered is durable. */
  readonly close: () => Promise<void>;
}

/** Puts the operations together over an open storage. */
export const openOver = async (
  storage: Storage,
  options: TablesOptions & { readonly log: (line: string) => void },
): Promise<Running> => {
  const { directory = 'memory', clock, log, onChange } = options;
  const catalog = await loadCatalog(storage, directory);
  const settings = await loadSettings(storage);
  const rows = createRows(storage);
  const commit = createGroupCommit(storage, {
    onDurable: (writes) => rows.forget(writes.keys()),
    onFailure: (error) =>
      log(
        `The tables take no more writes (${reasonOf(error)}): make room or mend the disk, then start the twin again. ` +
          'Nothing that was answered is lost.',
      ),
  });
  const followers = [followExpiry(settings), ...(onChange === undefined ? [] : [followWithRecords(storage, clock)])];
  const commitChange = createWriter({ commit, rows, catalog, followers });
  let delivery: Delivery | undefined;
  const write: Writer = async (change, cause) => {
    const result = await commitChange(change, cause);
    delivery?.wake();
    return result;
  };
  const operations = {
    ...readOperations({ storage, rows, catalog }),
    ...writeOperations(write),
    ...tableOperations({ storage, commit, catalog, settings, hasStream: onChange !== undefined }),
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
  if (onChange !== undefined) delivery = startDelivery({ storage, commit, onChange, log });
  const sweep = async (): Promise<number> => {
    await sweepTokens({ storage, commit, clock });
    return sweepRows({ storage, write, catalog, settings, clock });
  };
  const sweeper = startSweeper(sweep, log);
  return {
    operations,
    sweep: sweeper.sweep,
    close: async () => {
      await sweeper.close();
      await delivery?.close();
      await commit.settled().catch(() => undefined); // those who wrote were told already
    },
  };
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
