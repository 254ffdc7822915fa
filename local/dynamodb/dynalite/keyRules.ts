import rules from 'dynalite/db/index.js';
import { firstOf } from '../checks/firstOf';
import { emptyKey, indexesOf, longKey, putWords, unfitIndexKey, updateWords } from '../checks/keyErrors';
import type { TableError } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';
import { isTable, type Table } from '../tables/table';
import type { Action } from './store';

/** Tightens dynalite's rules for keys: they count characters instead of bytes, and do not limit keys of indexes. */
export const sharpenKeyRules = (): void => {
  const { validateKey, validateItem, updateIndexes } = rules;
  rules.validateKey = (key, table) =>
    emptyKey(key, table.KeySchema) ?? validateKey(key, table) ?? longKey(key, table.KeySchema);
  rules.validateItem = (item, table) =>
    emptyKey(item, table.KeySchema) ??
    validateItem(item, table) ??
    longKey(item, table.KeySchema) ??
    unfitIndexKey(item, table, putWords);
  rules.updateIndexes = (...change) => {
    const [, table, before, after, done] = change;
    const refusal = unfitIndexKey(after, table, updateWords, before);
    if (refusal === undefined) updateIndexes(...change);
    else done(refusal);
  };
};

/** Applies the same rules to the conditions of a Query: dynalite finds nothing where DynamoDB refuses the request. */
export const withKeyRules =
  (query: Action): Action =>
  (store, input, done) => {
    store.getTable(String(input['TableName']), true, (_error, table) => {
      const refusal = isTable(table) ? unfitCondition(input, table) : undefined;
      if (refusal === undefined) query(store, input, done);
      else done(refusal);
    });
  };

const unfitCondition = ({ IndexName, KeyConditions }: JsonObject, table: Table): TableError | undefined => {
  const schema =
    IndexName === undefined
      ? table.KeySchema
      : indexesOf(table).find((index) => index.IndexName === IndexName)?.KeySchema;
  if (schema === undefined || !isJsonObject(KeyConditions)) return undefined;
  const operands = Object.entries(KeyConditions).flatMap(([name, condition]) => {
    const values = isJsonObject(condition) ? condition['AttributeValueList'] : undefined;
    return Array.isArray(values) ? values.map((value: unknown) => ({ [name]: value })) : [];
  });
  return firstOf(operands, (operand) => emptyKey(operand, schema) ?? longKey(operand, schema));
};
