import { toAttributes, toPlainItem } from '../attributeValue';
import { conditionOf, withCondition } from '../withCondition';
import { expressionOf, placeholders } from '../expressions';
import type { Operation } from './operation';

/** Updates the item and returns the whole new item. */
export const updateItem: Operation = async (request, access) => {
  const condition = conditionOf(request);
  const update = expressionOf(request, 'update');
  const Key = toAttributes(request.key, '[key]');
  return withCondition({
    access,
    condition,
    Key,
    run: async () => {
      const { Attributes } = await access.call('UpdateItem', {
        TableName: access.table,
        Key,
        ReturnValues: 'ALL_NEW',
        ...(update && { UpdateExpression: update.text }),
        ...(condition && { ConditionExpression: condition.expression.text }),
        ...placeholders(update, condition?.expression),
      });
      return toPlainItem(Attributes);
    },
  });
};
