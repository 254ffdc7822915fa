import { checkRules } from '../dynalite/checkInput';
import { inputs } from '../dynalite/inputs';
import { InvalidRequest } from '../errors';
import { isJsonObject, type JsonObject } from '../json';

const actionNames = ['ConditionCheck', 'Put', 'Update', 'Delete'] as const;

/** One action of a transaction, its input checked and its expressions parsed. */
export interface TransactAction {
  readonly name: (typeof actionNames)[number];
  readonly input: JsonObject;
}

const rules = {
  ConditionCheck: inputs.DeleteItem,
  Put: inputs.PutItem,
  Update: inputs.UpdateItem,
  Delete: inputs.DeleteItem,
};

/** Reads the actions of a TransactWriteItems whose types were checked. */
export const actionsOf = (input: JsonObject): TransactAction[] => {
  const items: unknown[] = Array.isArray(input['TransactItems']) ? input['TransactItems'] : [];
  return items.map((item) => {
    const found = actionNames.flatMap((name) => {
      const action = isJsonObject(item) ? item[name] : undefined;
      return isJsonObject(action) ? [{ name, input: action }] : [];
    });
    const [action] = found;
    if (action === undefined || found.length !== 1) {
      throw new InvalidRequest('TransactItems can only contain one of Check, Put, Update or Delete');
    }
    checkRules(action.input, rules[action.name]);
    return action;
  });
};

/** Two actions of a transaction may not name the same row. A key that does not fit its table is undefined here. */
export const refuseRepeatedRows = (rowKeys: readonly (string | undefined)[]): void => {
  const fitting = rowKeys.filter((key) => key !== undefined);
  if (new Set(fitting).size < fitting.length) {
    throw new InvalidRequest('Transaction request cannot include multiple operations on one item');
  }
};
