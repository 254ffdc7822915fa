import { toAttributes } from '../attributeValue';
import { expressionOf, placeholders } from '../expressions';
import { itemText } from '../itemText';
import type { Operation } from './operation';

/** The item, or null: https://docs.aws.amazon.com/appsync/latest/devguide/js-aws-appsync-resolver-reference-dynamodb-getitem.html */
export const getItem: Operation = async (request, { table, call }) => {
  const projection = expressionOf(request, 'projection');
  const { Item } = await call('GetItem', {
    TableName: table,
    Key: toAttributes(request.key, '[key]'),
    ...(request.consistentRead === true && { ConsistentRead: true }),
    ...(projection && { ProjectionExpression: projection.text }),
    ...placeholders(projection),
  });
  return itemText(Item);
};
