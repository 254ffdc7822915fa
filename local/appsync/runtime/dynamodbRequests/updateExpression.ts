import { Misuse } from '../errors';
import { isObject, type Members } from '../values';
import { isSet, toStoredValue } from './attributeValues';
import { createPlaceholders, type Expression, type Placeholders } from './expressions';
import { isOperation, type Operation } from './operations';

type Clause = 'SET' | 'REMOVE';

interface Change {
  readonly clause: Clause;
  readonly path: readonly (string | number)[];
  readonly operation: Operation;
}

/**
 * An update expression: plain members are set (those of nested objects one by one), and operations are rendered. SET
 * comes before REMOVE, and placeholders are numbered in order of appearance. Unlike in a condition, `expressionValues`
 * is present even if empty.
 */
export const updateExpression = (update: unknown): Expression => {
  if (!isObject(update)) throw new Misuse('update is required.');
  const changes = changesOf(update, []);
  const placeholders = createPlaceholders();
  const expression = clauseNames
    .flatMap((clause) => {
      const parts = changes.filter((change) => change.clause === clause).map((change) => render(change, placeholders));
      return parts.length > 0 ? [`${clause} ${parts.join(', ')}`] : [];
    })
    .join(' ');
  return { expression, expressionNames: placeholders.names, expressionValues: placeholders.values };
};

const clauseNames: readonly Clause[] = ['SET', 'REMOVE'];

const changesOf = (members: Members, path: Change['path']): Change[] =>
  Object.keys(members).flatMap((name) => changesAt(members[name], [...path, name]));

const changesAt = (value: unknown, path: Change['path']): Change[] => {
  if (value === undefined) return [];
  if (isOperation(value)) return [changeOf(value, path)];
  if (Array.isArray(value) && value.some(isListItem)) {
    return value.filter(isListItem).map((item) => changeOf(item, [...path, Number(item.index)]));
  }
  return isNestedMap(value) ? changesOf(value, path) : [changeOf({ type: 'OPERATION_REPLACE', value }, path)];
};

/** Whether a value is an object whose members are changes themselves: neither empty nor a set. */
const isNestedMap = (value: unknown): value is Members =>
  isObject(value) && Object.keys(value).length > 0 && !isSet(value);

const isListItem = (value: unknown): value is Operation =>
  isOperation(value) && value.type === 'OPERATION_UPDATE_LIST_ITEM';

const changeOf = (operation: Operation, path: Change['path']): Change => ({
  clause: operation.type === 'OPERATION_REMOVE' ? 'REMOVE' : 'SET',
  path,
  operation,
});

const render = ({ path, operation }: Change, { nameOf, valueOf }: Placeholders): string => {
  const name = path.reduce<string>(
    (before, part) =>
      typeof part === 'number' ? `${before}[${part}]` : `${before === '' ? '' : `${before}.`}${nameOf(part)}`,
    '',
  );
  const value = (held: unknown) => valueOf(toStoredValue(held));
  switch (operation.type) {
    case 'OPERATION_REMOVE':
      return name;
    case 'OPERATION_INCREMENT':
      return `${name} = ${name} + ${value(operation.by)}`;
    case 'OPERATION_DECREMENT':
      return `${name} = ${name} - ${value(operation.by)}`;
    case 'OPERATION_APPEND':
      return `${name} = list_append(${name}, ${value(operation.items)})`;
    case 'OPERATION_PREPEND':
      return `${name} = list_append(${value(operation.items)}, ${name})`;
    case 'OPERATION_ADD':
    case 'OPERATION_REPLACE':
    case 'OPERATION_UPDATE_LIST_ITEM':
      return `${name} = ${value(operation.value)}`;
    default:
      throw new Misuse(`Unsupported operation: ${operation.type}`);
  }
};
