import { tables as descriptions } from '../../config/table';
import type { Clock } from '../clock';
import { emptyDataFolder, openDataFolder, type DataFolder } from './dataFolder';
import { DirectoryInUse } from '../dynamodb/errors';
import { openTables, type OpenTables } from '../dynamodb/openTables';
import type { Principals } from '../signatures/principal';
import type { Scope } from './createScope';
import { openSecrets, type Secrets } from './secrets';

export interface DataOptions {
  /** Absent: in memory. */
  readonly directory?: string;
  /** Start with empty data. */
  readonly reset?: boolean;
  /** Who may call the tables. */
  readonly principals: Principals;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

/** A twin's data folder, locked against other twins, with its secrets and tables. */
export interface Data {
  readonly folder: DataFolder;
  readonly secrets: Secrets;
  readonly tables: OpenTables;
}

/** Opens the data. The tables come first: they hold the lock on the folder. */
export const openData = async (scope: Scope, options: DataOptions): Promise<Data> => {
  const { directory, reset, principals, clock, log } = options;
  const folder = scope.keep(await openDataFolder(directory));
  const open = () =>
    openTables({
      directory: folder.tables,
      tables: Object.values(descriptions),
      principals,
      clock,
      log,
    });
  if (reset && directory !== undefined) await empty(directory, open);
  const tables = scope.keep(await open());
  return { folder, tables, secrets: await openSecrets(directory) };
};

/** Empties the folder unless another twin holds its lock. Data that cannot be opened is no obstacle to a reset. */
const empty = async (directory: string, open: () => Promise<OpenTables>): Promise<void> => {
  try {
    await (await open()).close();
  } catch (error) {
    if (error instanceof DirectoryInUse) throw error;
  }
  await emptyDataFolder(directory);
};
