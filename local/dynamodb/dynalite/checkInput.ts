import validations from 'dynalite/validations/index.js';
import { checkExpressions } from '../checks/checkExpressions';
import { InvalidRequest, TableError, UnreadableRequest } from '../errors';
import type { JsonObject } from '../../json';
import { quickenConditions } from './conditionParser';
import { storeOptions } from './createStore';
import { errorOf } from './refusal';
import type { CustomRule, Validation } from './store';

quickenConditions();

/**
 * Validates an input and returns a copy that holds only known members, with expressions parsed. It modifies the object
 * passed in. Whatever that is, only a TableError is thrown.
 */
export const checkInput = (input: JsonObject, { types, custom }: Validation): JsonObject => {
  try {
    const checked = validations.checkTypes(input, types);
    validations.checkValidations(checked, types, custom && afterExpressions(custom), { options: storeOptions });
    return checked;
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw errorOf(error) ?? new UnreadableRequest();
  }
};

/** Validates a member of a larger input whose types are already checked. */
export const checkRules = (input: JsonObject, { custom }: Validation): void => {
  const message = custom && afterExpressions(custom)(input, { options: storeOptions });
  if (message) throw new InvalidRequest(message);
};

const afterExpressions =
  (custom: CustomRule): CustomRule =>
  (input, store) => {
    checkExpressions(input);
    return custom(input, store);
  };
