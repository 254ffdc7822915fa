import { isJsonObject, type JsonObject } from '../../../../json';
import { toAttributes, toPlainItem } from '../attributeValue';
import { Refused, malformed } from '../errors';
import { expressionOf, listOf, placeholders } from '../expressions';
import type { Needs, TableAccess } from '../openTable';
import type { Operation } from './operation';

/** Reads several items in one transaction: `{items, cancellationReasons}`. */
export const transactGetItems: Operation = async (request, access) => {
  const items = listOf(request, 'transactItems');
  const TransactItems = items.map((item) => {
    const projection = expressionOf(item, 'projection');
    const Key = toAttributes(item.key, '[transactItems][key]');
    const ProjectionExpression = projection && { ProjectionExpression: projection.text };
    return { Get: { TableName: tableOf(item), Key, ...ProjectionExpression, ...placeholders(projection) } };
  });
  const needs = items.map((item) => ({ action: 'GetItem', table: tableOf(item) }));
  const { Responses } = await transact(access, {
    operation: 'TransactGetItems',
    TransactItems,
    needs,
    without: 'items',
  });
  const found = Array.isArray(Responses) ? Responses : [];
  const rows = found.map((entry: JsonObject) => toPlainItem(entry.Item));
  return JSON.stringify({ items: rows, cancellationReasons: null });
};

/** Writes several items, all or none: `{keys, cancellationReasons}`. */
export const transactWriteItems: Operation = async (request, access) => {
  const items = listOf(request, 'transactItems');
  const writes = items.map(readWrite);
  const TransactItems = writes.map(({ member, input }) => ({ [member]: input }));
  const needs = writes.map(({ action, input }) => ({ action, table: input.TableName }));
  await transact(access, { operation: 'TransactWriteItems', TransactItems, needs, without: 'keys' });
  return JSON.stringify({ keys: writes.map(({ key }) => key), cancellationReasons: null });
};

const kinds: ReadonlyMap<unknown, { readonly member: string; readonly action: string }> = new Map([
  ['PutItem', { member: 'Put', action: 'PutItem' }],
  ['UpdateItem', { member: 'Update', action: 'UpdateItem' }],
  ['DeleteItem', { member: 'Delete', action: 'DeleteItem' }],
  ['ConditionCheck', { member: 'ConditionCheck', action: 'ConditionCheckItem' }],
]);

const readWrite = (item: JsonObject) => {
  const kind = kinds.get(item.operation);
  if (!kind) throw malformed(`Unsupported operation '${String(item.operation)}' in '$[transactItems]'.`);
  const Key = toAttributes(item.key, '[transactItems][key]');
  const condition = expressionOf(item, 'condition');
  const update = kind.member === 'Update' ? expressionOf(item, 'update') : undefined;
  const subject =
    kind.member === 'Put'
      ? { Item: { ...toAttributes(item.attributeValues ?? {}, '[transactItems][attributeValues]'), ...Key } }
      : { Key };
  return {
    ...kind,
    key: toPlainItem(Key),
    input: {
      TableName: tableOf(item),
      ...subject,
      ...(update && { UpdateExpression: update.text }),
      ...(condition && { ConditionExpression: condition.text }),
      ...(givesItemBack(item) && { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      ...placeholders(update, condition),
    },
  };
};

/** AppSync's default: the cancellation reasons include the item that failed the condition. */
const givesItemBack = ({ condition }: JsonObject): boolean =>
  isJsonObject(condition) && condition.returnValuesOnConditionCheckFailure !== false;

const tableOf = ({ table }: JsonObject): string => {
  if (typeof table !== 'string') throw malformed("Value for field '$[transactItems][table]' not found.");
  return table;
};

interface Transaction {
  readonly operation: string;
  readonly TransactItems: readonly JsonObject[];
  readonly needs: Needs;
  /** The member of the result that is null if the transaction was cancelled. */
  readonly without: string;
}

const transact = async (
  { call }: TableAccess,
  { operation, TransactItems, needs, without }: Transaction,
): Promise<JsonObject> => {
  try {
    return await call(operation, { TransactItems }, needs);
  } catch (error) {
    if (!(error instanceof Refused) || !isJsonObject(error.result)) throw error;
    const reasons = error.result.cancellationReasons;
    const cancellationReasons = Array.isArray(reasons) ? reasons.map(reasonOf) : null;
    throw new Refused(error.type, error.message, { [without]: null, cancellationReasons });
  }
};

const reasonOf = (reason: unknown) =>
  isJsonObject(reason)
    ? { item: toPlainItem(reason.Item), type: reason.Code ?? null, message: reason.Message ?? null }
    : null;
