import type { TableDescription } from '../../config/table';
import type { Clock } from '../clock';
import type { Principals } from '../signatures/principal';

/** The options of the twin's DynamoDB. */
export interface TablesOptions {
  /** Where the tables are kept; absent: in memory. */
  readonly directory?: string;
  /** Created if missing. */
  readonly tables: readonly TableDescription[];
  readonly clock: Clock;
  /** Who may call the listener; absent: any signer, with any key. */
  readonly principals?: Principals;
  readonly log?: (line: string) => void;
}
