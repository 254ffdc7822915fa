import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../../../json';
import { toAttributes, toPlainItem } from '../attributeValue';
import { conditionOf, withCondition } from '../withCondition';
import type { Operation } from './operation';

/** Puts the item and returns it. A failed condition counts as success if the very same item is already stored. */
export const putItem: Operation = async (request, access) => {
  const condition = conditionOf(request);
  const Key = toAttributes(request.key, '[key]');
  const Item = { ...toAttributes(request.attributeValues ?? {}, '[attributeValues]'), ...Key };
  const wanted = toPlainItem(Item);
  return withCondition({
    access,
    condition,
    Key,
    isWanted: (current) => isDeepStrictEqual(without(current, condition), without(wanted, condition)),
    run: async () => {
      await access.call('PutItem', { TableName: access.table, Item, ...condition?.input });
      return wanted;
    },
  });
};

const without = (item: JsonObject | null, condition: ReturnType<typeof conditionOf>): JsonObject =>
  Object.fromEntries(Object.entries(item ?? {}).filter(([name]) => !condition?.equalsIgnore.includes(name)));
