import { TableError } from '../errors';
import type { JsonObject } from '../../json';
import { rowKeyOf, tableOf } from './rowOf';
import type { Change } from './writer';

/**
 * Runs a write; if its condition fails and its input asks for ALL_OLD, adds the current row to the error.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html#DDB-PutItem-request-ReturnValuesOnConditionCheckFailure
 */
export const withFailureItem = <Result>(change: Change, input: JsonObject, run: () => Result): Result => {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof TableError) || error.name !== 'ConditionalCheckFailedException') throw error;
    if (input['ReturnValuesOnConditionCheckFailure'] !== 'ALL_OLD') throw error;
    const item = change.row(rowKeyOf(tableOf(change.catalog, input), input));
    throw item === undefined ? error : new TableError(error.name, error.message, 400, { Item: item });
  }
};
