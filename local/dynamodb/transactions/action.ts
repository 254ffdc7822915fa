import { checkRules } from '../dynalite/checkInput';
import { inputs } from '../dynalite/inputs';
import { InvalidRequest } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';

const actionNames = ['ConditionCheck', 'Put', 'Update', 'Delete'] as const;

/** One action of a transaction, with its input validated and its expressions parsed. */
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

/** The actions of a TransactWriteItems input whose types are already checked. */
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

/** Throws if two actions of a transaction name the same row. Keys that do not fit their table are undefined here. */
export const refuseRepeatedRows = (rowKeys: readonly (string | undefined)[]): void => {
  const fitting = rowKeys.filter((key) => key !== undefined);
  if (new Set(fitting).size < fitting.length) {
    throw new InvalidRequest('Transaction request cannot include multiple operations on one item');
  }
};
