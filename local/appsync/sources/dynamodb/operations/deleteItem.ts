import { toAttributes, toPlainItem } from '../attributeValue';
import { conditionOf, withCondition } from '../withCondition';
import type { Operation } from './operation';

/** Deletes the item and returns what it was. A failed condition counts as success if there is no item. */
export const deleteItem: Operation = async (request, access) => {
  const condition = conditionOf(request);
  const Key = toAttributes(request.key, '[key]');
  return withCondition({
    access,
    condition,
    Key,
    isWanted: (current) => current === null,
    run: async () => {
      const input = { TableName: access.table, Key, ReturnValues: 'ALL_OLD', ...condition?.input };
      return toPlainItem((await access.call('DeleteItem', input)).Attributes);
    },
  });
};
