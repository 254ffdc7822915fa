import type { JsonObject } from '../../../json';
import type { OnSourceCall, Tables } from '../../ports';
import { AccessDenied, isTableError, refusalOf } from './errors';
import type { PageTokens } from './createPageTokens';

export interface TableSource {
  /** The source's name in the manifest. */
  readonly name: string;
  /** The real name of the table that a request means if it names none. */
  readonly table: string;
  /** The granted actions, by a table's real name. */
  readonly may: Readonly<Record<string, readonly string[]>>;
  readonly tables: Tables;
  readonly pageTokens: PageTokens;
  readonly onCall?: OnSourceCall;
}

/** An operation's access to its source's tables. */
export interface TableAccess {
  readonly table: string;
  readonly pageTokens: PageTokens;
  readonly isGranted: (action: string) => boolean;
  /** Calls DynamoDB if every need is granted; rejects with Refused if one is not, or if DynamoDB refuses. */
  readonly call: (operation: string, input: JsonObject, needs?: Needs) => Promise<JsonObject>;
}

/** The grants that a call needs, if they are not just its own action on the source's table. */
export type Needs = readonly Need[];

export interface Need {
  /** `GetItem` */
  readonly action: string;
  readonly table: string;
}

/** Opens a source's tables with its role's rights: what `may` does not grant is denied before DynamoDB is called. */
export const openTable = ({ name, table, may, tables, pageTokens, onCall }: TableSource): TableAccess => {
  const granted = new Map(Object.entries(may)); // a request may name a table `constructor`
  const isAllowed = (need: Need): boolean => granted.get(need.table)?.includes(`dynamodb:${need.action}`) ?? false;
  return {
    table,
    pageTokens,
    isGranted: (action) => isAllowed({ action, table }),
    call: async (operation, input, needs = [{ action: operation, table }]) => {
      for (const need of needs) {
        onCall?.({ by: name, action: `dynamodb:${need.action}`, resource: resourceOf(need.table, input) });
      }
      const denied = needs.find((need) => !isAllowed(need));
      if (denied) throw new AccessDenied({ source: name, action: `dynamodb:${denied.action}`, table: denied.table });
      try {
        return await tables.call(operation, input);
      } catch (error) {
        throw isTableError(error) ? refusalOf(error, resultBeside(error.details)) : error;
      }
    },
  };
};

const resourceOf = (table: string, { IndexName: index }: JsonObject): string =>
  `table/${table}${index === undefined ? '' : `/index/${String(index)}`}`;

/** A cancelled transaction has a reason for each of its items. */
const resultBeside = ({ CancellationReasons: reasons }: JsonObject): unknown =>
  Array.isArray(reasons) ? { cancellationReasons: reasons } : null;
