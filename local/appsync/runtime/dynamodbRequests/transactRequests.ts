import { Misuse } from '../errors';
import { isObject, type Members } from '../values';
import { conditionOf, entriesOf, given, mapOf, payloadOf } from './members';
import { projectionOf } from './projection';
import { updateExpression } from './updateExpression';

/** A TransactGetItems request. */
export const transactGet = (payload: unknown) => ({
  operation: 'TransactGetItems',
  transactItems: entriesOf(payloadOf(payload).items, 'items').map(({ table, key, projection }) =>
    given({ table, key: mapOf(key, 'key'), projection: projectionOf(projection) }),
  ),
});

/** A TransactWriteItems request. */
export const transactWrite = (payload: unknown) => ({
  operation: 'TransactWriteItems',
  transactItems: entriesOf(payloadOf(payload).items, 'items').map(writeOf),
});

const writeOf = (entry: Members): Members => {
  const kind = Object.keys(entry).find((name) => Object.hasOwn(writes, name));
  const members = kind === undefined ? undefined : entry[kind];
  const write = kind === undefined ? undefined : writes[kind];
  if (write === undefined || !isObject(members)) {
    throw new Misuse('Expected each transaction item to be a putItem, updateItem, deleteItem or conditionCheck.');
  }
  const { table, key, condition, returnValuesOnConditionCheckFailure } = members;
  const checked = conditionOf(condition, 'condition');
  return given({
    table,
    ...write(members),
    key: mapOf(key, 'key'),
    condition: checked && given({ ...checked, returnValuesOnConditionCheckFailure }),
  });
};

const writes: Readonly<Record<string, (members: Members) => Members>> = {
  putItem: ({ item }) => ({ operation: 'PutItem', attributeValues: mapOf(item, 'item') }),
  updateItem: ({ update }) => ({ operation: 'UpdateItem', update: updateExpression(update) }),
  deleteItem: () => ({ operation: 'DeleteItem' }),
  conditionCheck: () => ({ operation: 'ConditionCheck' }),
};
