import type { Clock } from '../../clock';
import { tableRules } from '../dynalite/engine';
import { checkInput } from '../dynalite/checkInput';
import { EmptyKey, InvalidRequest } from '../errors';
import { itemCollections } from '../operations/itemCollections';
import type { Operation } from '../operations/operation';
import { rowKeyOf, tableOf } from '../operations/rowOf';
import type { Change, Writer } from '../operations/writer';
import { actionsOf, refuseRepeatedRows, type TransactAction } from './action';
import { consumedCapacity } from './consumedCapacity';
import { TransactionCanceled } from './errors';
import { transactWriteInput } from './inputs';
import { reasonAgainst } from './reasonAgainst';
import { runTransactAction } from './runTransactAction';
import { wasDone } from './requestToken';

const maxBytes = 4 * 1024 * 1024;

/**
 * Runs all actions or none, whatever happens to the process.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
export const transactWriteItems =
  (write: Writer, clock: Clock): Operation =>
  async (input) => {
    const { ClientRequestToken: token, ...request } = checkInput(input, transactWriteInput);
    const text = JSON.stringify(request); // before the rules below add parsed expressions
    const actions = actionsOf(request);
    return write((change) => {
      const rowKeys = rowKeysOf(actions, change);
      refuseRepeatedRows(rowKeys);
      const isRepeat = typeof token === 'string' && wasDone(change.unit, { token, text, now: clock() });
      if (!isRepeat) carryOut(actions, change);
      const rows = actions.map((action, index) => ({
        table: String(action.input['TableName']),
        item: change.row(rowKeys[index] ?? ''),
      }));
      if (rows.reduce((sum, { item }) => sum + (item === undefined ? 0 : tableRules.itemSize(item)), 0) > maxBytes) {
        throw new InvalidRequest('The aggregate size of the items in the transaction cannot exceed 4 MB');
      }
      const written = actions
        .filter(({ name }) => name !== 'ConditionCheck')
        .map(({ input: action }) => ({ table: String(action['TableName']), row: action['Key'] ?? action['Item'] }));
      return {
        ...consumedCapacity(rows, { asked: request['ReturnConsumedCapacity'], isRead: isRepeat }),
        ...itemCollections(request, written, change.catalog),
      };
    });
  };

/** The storage key of each action's row; undefined if its key does not fit its table. */
const rowKeysOf = (actions: readonly TransactAction[], { catalog }: Change): (string | undefined)[] =>
  actions.map(({ name, input }) => {
    const table = tableOf(catalog, input);
    const misfit =
      name === 'Put' ? tableRules.validateItem(input['Item'], table) : tableRules.validateKey(input['Key'], table);
    if (misfit instanceof EmptyKey) throw misfit;
    return misfit ? undefined : rowKeyOf(table, input);
  });

const carryOut = (actions: readonly TransactAction[], change: Change): void => {
  const reasons = actions.map((action) => reasonAgainst(() => runTransactAction(action, change)));
  if (reasons.some(({ Code }) => Code !== 'None')) throw new TransactionCanceled(reasons);
};
