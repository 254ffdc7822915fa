import rules from 'dynalite/db/index.js';
import { isJsonObject, type JsonObject } from '../../json';
import { isTable } from '../tables/table';
import { isUpdates, type Updates, type UpdateSection } from './parsed';
import type { Action, Store } from './store';

/**
 * Has dynalite apply an update expression as DynamoDB does: every path means the item as it was before. dynalite copies
 * attributes by reference, so `SET a = b ADD b :one` would add to both, and removes elements of a list one after the
 * other, so `REMOVE l[0], l[1]` would take the first and the third.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
 */
export const sharpenUpdates = (): void => {
  const { checkConditional } = rules;
  rules.checkConditional = (input, item) => {
    const refusal = checkConditional(input, item);
    const { _updates: updates, Key } = input;
    if (!refusal && isUpdates(updates)) settle(updates, item ?? Key);
    return refusal;
  };
};

/**
 * Applies two more rules to updates: one that only takes attributes away creates no item, and nothing to return is no
 * Attributes, not empty ones. https://github.com/scylladb/scylladb/tree/master/test/alternator: what
 * test_update_expression.py and test_returnvalues.py assert holds on DynamoDB.
 */
export const withUpdateRules =
  (updateItem: Action): Action =>
  (store, input, done) => {
    const undo = takesAwayOnly(input) ? undoOf(store, input) : undefined;
    // The beginning of a new item, without the names that every object inherits.
    const Key: unknown = Object.assign(Object.create(null), input['Key']);
    updateItem(store, { ...input, Key }, (error, output) => {
      if (error || !isJsonObject(output)) return done(error, output);
      undo?.();
      const { Attributes: attributes, ...others } = output;
      const isShown = !undo && isJsonObject(attributes) && Object.keys(attributes).length > 0;
      done(null, isShown ? output : others);
    });
  };

/** How to remove the item that an update would create, and its index entries; undefined if there is one already. */
const undoOf = (store: Store, { TableName, Key }: JsonObject): (() => void) | undefined => {
  const undos: (() => void)[] = [];
  store.getTable(String(TableName), true, (_error, table) => {
    if (!isTable(table) || rules.validateKey(Key, table)) return; // the update will be refused
    const rows = store.getItemDb(table.TableName);
    const key = rules.createKey(Key, table);
    const undo = () => rules.updateIndexes(store, table, Key, undefined, () => rows.del(key, () => undefined));
    rows.get(key, (_, item) => item === undefined && undos.push(undo));
  });
  return undos[0];
};

const takesAwayOnly = ({ _updates: updates, AttributeUpdates: attributes }: JsonObject): boolean => {
  if (isUpdates(updates)) return updates.sections.every((section) => rankOf(section) > 0);
  const actions = isJsonObject(attributes) ? Object.values(attributes) : [];
  return actions.length > 0 && actions.every((action) => isJsonObject(action) && action['Action'] === 'DELETE');
};

const settle = ({ sections }: Updates, item: unknown): void => {
  for (const section of sections) {
    if (section.type === 'set' && isJsonObject(item)) section.val = readFrom(item, section.val);
  }
  sections.sort((one, other) => rankOf(one) - rankOf(other) || (rankOf(one) === 0 ? 0 : fromTheEnd(one, other)));
};

/** An operand, with a copy of each attribute that it reads; a path to nothing is left, for dynalite to refuse. */
const readFrom = (item: JsonObject, operand: unknown): unknown => {
  if (Array.isArray(operand)) return copyOf(item, operand) ?? operand;
  if (!isJsonObject(operand) || !Array.isArray(operand['args'])) return operand;
  const args: unknown[] = operand['args'];
  if (operand['name'] === 'if_not_exists') return copyOf(item, args[0]) ?? readFrom(item, args[1]);
  return { ...operand, args: args.map((arg) => readFrom(item, arg)) };
};

const copyOf = (item: JsonObject, path: unknown): unknown => {
  const found = rules.mapPath(path, item); // for a name as toString what every object inherits
  return isJsonObject(found) ? structuredClone(found) : undefined;
};

/** What takes elements out of a list comes last. */
const rankOf = ({ type }: UpdateSection): number => (type === 'remove' || type === 'delete' ? 1 : 0);

/** Orders all paths, those into the same list from its end to its beginning. */
const fromTheEnd = ({ path: one }: UpdateSection, { path: other }: UpdateSection): number => {
  const at = one.findIndex((step, index) => step !== other[index]);
  const [a = '', b = ''] = [one[at], other[at]];
  if (typeof a === 'number' && typeof b === 'number') return b - a;
  return String(a) < String(b) ? -1 : 1;
};
