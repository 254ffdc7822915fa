import { InvalidRequest } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';
import { projects } from '../tables/projection';
import { isTable, type Index } from '../tables/table';
import type { Action } from './store';

/**
 * Has a Query or Scan of an index find attributes that the index does not project: those of a local index are read from
 * the table, those of a global one are refused. dynalite leaves them out.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.Projections
 */
export const withProjectionRules =
  (read: Action): Action =>
  (store, input, done) => {
    store.getTable(String(input['TableName']), true, (_error, table) => {
      const { IndexName: name } = input;
      const local = isTable(table) ? table.LocalSecondaryIndexes?.find(isNamed(name)) : undefined;
      const global = isTable(table) ? table.GlobalSecondaryIndexes?.find(isNamed(name)) : undefined;
      const index = local ?? global;
      const missing = isTable(table) && index ? namesOf(input).filter((named) => !projects(index, table, named)) : [];
      if (missing.length === 0) return read(store, input, done);
      if (local) return read(store, { ...input, Select: 'ALL_ATTRIBUTES' }, done); // dynalite's way into the table
      done(
        new InvalidRequest(
          `One or more parameter values were invalid: Global secondary index ${String(name)} does not project ` +
            `[${missing.join(', ')}]`,
        ),
      );
    });
  };

const isNamed =
  (name: unknown) =>
  ({ IndexName }: Index): boolean =>
    IndexName === name;

/** The top-level attributes that a validated input asks for; none if it asks for all there are. */
const namesOf = ({ _projection, AttributesToGet }: JsonObject): string[] => {
  const paths = isJsonObject(_projection) ? _projection['paths'] : AttributesToGet;
  const heads = Array.isArray(paths) ? paths.map((path: unknown) => String(Array.isArray(path) ? path[0] : path)) : [];
  return [...new Set(heads)];
};
