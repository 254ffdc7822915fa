import type { JsonObject, Tables } from '../../ports';
import { AccessDenied, isTableError, refusalOf } from './errors';
import type { PageTokens } from './createPageTokens';

export interface TableSource {
  /** The source's name in the manifest. */
  readonly name: string;
  /** The table's real name. */
  readonly table: string;
  readonly may: readonly string[];
  readonly tables: Tables;
  readonly pageTokens: PageTokens;
}

/** What operations may do with a source's table. */
export interface TableAccess {
  readonly table: string;
  readonly pageTokens: PageTokens;
  readonly isGranted: (action: string) => boolean;
  /** Calls DynamoDB when each action is granted on each table; whatever is refused is a Refused. */
  readonly call: (operation: string, input: JsonObject, needs?: Needs) => Promise<JsonObject>;
}

/** The grants that a call needs, when they are not just its own action on the source's table. */
export interface Needs {
  readonly actions?: readonly string[];
  readonly tables?: readonly string[];
}

/** Opens a source's table as its role would: what `may` does not name is denied before DynamoDB is asked. */
export const openTable = ({ name, table, may, tables, pageTokens }: TableSource): TableAccess => {
  const isGranted = (action: string) => may.includes(`dynamodb:${action}`);
  return {
    table,
    pageTokens,
    isGranted,
    call: async (operation, input, { actions = [operation], tables: named = [table] } = {}) => {
      for (const action of actions) {
        const stranger = isGranted(action) ? named.find((other) => other !== table) : table;
        if (stranger !== undefined) {
          throw new AccessDenied({ source: name, action: `dynamodb:${action}`, table: stranger });
        }
      }
      try {
        return await tables.call(operation, input);
      } catch (error) {
        throw isTableError(error) ? refusalOf(error, resultBeside(error.details)) : error;
      }
    },
  };
};

/** A cancelled transaction tells why each of its items failed. */
const resultBeside = ({ CancellationReasons: reasons }: JsonObject): unknown =>
  Array.isArray(reasons) ? { cancellationReasons: reasons } : null;
