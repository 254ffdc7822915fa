import { actions, tableRules } from '../dynalite/engine';
import { checkInput, checkRules } from '../dynalite/checkInput';
import { inputs } from '../dynalite/inputs';
import { InvalidRequest } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';
import type { Operation } from '../operations/operation';
import { rowKeyOf, tableOf } from '../operations/rowOf';
import { runAtOnce } from '../operations/runAction';
import type { Change, Writer } from '../operations/writer';
import { refuseRepeatedRows } from './action';
import { consumedCapacity } from './consumedCapacity';
import { TransactionCanceled, type CancellationReason } from './errors';
import { transactGetInput } from './inputs';
import { reasonAgainst } from './reasonAgainst';

/**
 * Reads up to 100 rows as of one moment. It runs as a write without changes, so that what it has seen is durable when
 * it answers.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html
 */
export const transactGetItems =
  (write: Writer): Operation =>
  async (input) => {
    const checked = checkInput(input, transactGetInput);
    const gets = getsOf(checked);
    return write((change) => {
      const { responses, reasons } = readAll(gets, change);
      if (reasons.some(({ Code }) => Code !== 'None')) throw new TransactionCanceled(reasons);
      const rows = gets.map((get, index) => ({ table: String(get['TableName']), item: itemOf(responses[index]) }));
      return {
        Responses: responses,
        ...consumedCapacity(rows, { asked: checked['ReturnConsumedCapacity'], isRead: true }),
      };
    });
  };

const getsOf = (input: JsonObject): JsonObject[] => {
  const items: unknown[] = Array.isArray(input['TransactItems']) ? input['TransactItems'] : [];
  return items.map((item) => {
    const get = isJsonObject(item) ? item['Get'] : undefined;
    if (!isJsonObject(get)) throw new InvalidRequest('TransactItems can only contain Get');
    checkRules(get, inputs.GetItem);
    return get;
  });
};

const readAll = (gets: readonly JsonObject[], change: Change) => {
  const keys = gets.map((get) => {
    const table = tableOf(change.catalog, get);
    return tableRules.validateKey(get['Key'], table) ? undefined : rowKeyOf(table, get);
  });
  refuseRepeatedRows(keys);
  const responses: JsonObject[] = [];
  const reasons: CancellationReason[] = gets.map((get, index) =>
    reasonAgainst(() => {
      const item = itemOf(runAtOnce(actions.GetItem, change.store, get));
      responses[index] = item === undefined ? {} : { Item: item };
    }),
  );
  return { responses, reasons };
};

const itemOf = (response: JsonObject | undefined): JsonObject | undefined => {
  const item = response?.['Item'];
  return isJsonObject(item) ? item : undefined;
};
