import { conditionOf, given, mapOf, payloadOf } from './members';
import { projectionOf } from './projection';
import type { Members } from '../values';
import { updateExpression } from './updateExpression';

/** A GetItem request. */
export const get = (payload: unknown) => {
  const { key, consistentRead, projection } = payloadOf(payload);
  return given({
    operation: 'GetItem',
    key: mapOf(key, 'key'),
    consistentRead,
    projection: projectionOf(projection),
  });
};

/** A PutItem request; the key is separate from the other attributes. */
export const put = (payload: unknown) => {
  const members = payloadOf(payload);
  return given({
    operation: 'PutItem',
    key: mapOf(members.key, 'key'),
    attributeValues: mapOf(members.item, 'item'),
    ...writeOptions(members),
  });
};

/** An UpdateItem request. */
export const update = (payload: unknown) => {
  const members = payloadOf(payload);
  return given({
    operation: 'UpdateItem',
    key: mapOf(members.key, 'key'),
    update: updateExpression(members.update),
    ...writeOptions(members),
  });
};

/** A DeleteItem request. */
export const remove = (payload: unknown) => {
  const members = payloadOf(payload);
  return given({ operation: 'DeleteItem', key: mapOf(members.key, 'key'), ...writeOptions(members) });
};

const writeOptions = ({ condition, customPartitionKey, populateIndexFields, _version }: Members) => ({
  condition: conditionOf(condition, 'condition'),
  customPartitionKey,
  populateIndexFields,
  _version,
});
