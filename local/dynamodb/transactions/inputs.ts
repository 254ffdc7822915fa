import { failureItemTypes, inputs } from '../dynalite/inputs';
import type { InputType, InputTypes, Validation } from '../dynalite/store';

/**
 * The validation of transaction inputs, derived from that of the single operations.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
const condition = ['ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues'];

const pick = (types: InputTypes, names: readonly string[]): InputTypes =>
  Object.fromEntries(Object.entries(types).filter(([name]) => names.includes(name)));

const required = (types: InputTypes, name: string): InputTypes => {
  const type: InputType | undefined = types[name];
  return { ...types, [name]: typeof type === 'object' ? { ...type, notNull: true } : { type, notNull: true } };
};

const member = (name: string, types: InputTypes): InputType => ({ type: `FieldStruct<${name}>`, children: types });

const key = { ...pick(inputs.DeleteItem.types, ['TableName', 'Key', ...condition]), ...failureItemTypes };
const put = { ...pick(inputs.PutItem.types, ['TableName', 'Item', ...condition]), ...failureItemTypes };
const update = pick(inputs.UpdateItem.types, ['TableName', 'Key', 'UpdateExpression', ...condition]);
const get = pick(inputs.GetItem.types, ['TableName', 'Key', 'ProjectionExpression', 'ExpressionAttributeNames']);

const transactItems = (name: string, members: InputTypes): InputType => ({
  type: 'List',
  notNull: true,
  lengthGreaterThanOrEqual: 1,
  lengthLessThanOrEqual: 100,
  children: { type: `ValueStruct<${name}>`, children: members },
});

export const transactWriteInput: Validation = {
  types: {
    ...pick(inputs.PutItem.types, ['ReturnConsumedCapacity', 'ReturnItemCollectionMetrics']),
    ClientRequestToken: { type: 'String', lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 },
    TransactItems: transactItems('TransactWriteItem', {
      ConditionCheck: member('ConditionCheck', required(key, 'ConditionExpression')),
      Put: member('Put', put),
      Delete: member('Delete', key),
      Update: member('Update', required({ ...update, ...failureItemTypes }, 'UpdateExpression')),
    }),
  },
};

export const transactGetInput: Validation = {
  types: {
    ...pick(inputs.GetItem.types, ['ReturnConsumedCapacity']),
    TransactItems: transactItems('TransactGetItem', {
      Get: required({ Get: member('Get', get) }, 'Get')['Get'] ?? 'Get',
    }),
  },
};
