import { actions, tableRules } from '../dynalite/engine';
import { errorOf } from '../dynalite/refusal';
import type { JsonObject } from '../../json';
import { withFailureItem } from '../operations/failureItem';
import { rowKeyOf, tableOf } from '../operations/rowOf';
import { runAtOnce } from '../operations/runAction';
import type { Change } from '../operations/writer';
import type { TransactAction } from './action';

/** Runs one action within a transaction's unit; throws a TableError if it fails. */
export const runTransactAction = ({ name, input }: TransactAction, change: Change): void =>
  withFailureItem(change, input, () => {
    if (name === 'ConditionCheck') checkCondition(input, change);
    else runAtOnce(actions[`${name}Item`], change.store, input);
  });

const checkCondition = (input: JsonObject, { row, catalog }: Change): void => {
  const table = tableOf(catalog, input);
  const misfit = tableRules.validateKey(input['Key'], table);
  if (misfit) throw errorOf(misfit) ?? misfit;
  const refusal = tableRules.checkConditional(input, row(rowKeyOf(table, input)));
  if (refusal) throw errorOf(refusal) ?? refusal;
};
