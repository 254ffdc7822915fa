import validations from 'dynalite/validations/index.js';
import { checkDepth } from '../checks/checkDepth';
import { expressionComplaint } from '../checks/expressionComplaint';
import { InvalidRequest, TableError, UnreadableRequest } from '../errors';
import type { JsonObject } from '../../json';
import { quickenConditions } from './conditionParser';
import { storeOptions } from './createStore';
import { errorOf } from './refusal';
import { reword } from './reword';
import type { CustomRule, Validation } from './store';
import { rewordSyntaxErrors } from './syntaxErrors';
import { limitUpdates } from './updateParser';
import { withoutPlusSigns } from './withoutPlusSigns';

rewordSyntaxErrors();
quickenConditions();
limitUpdates();

/**
 * Validates an input and returns a copy that holds only known members, with expressions parsed. It modifies the object
 * passed in. Whatever that is, only a TableError is thrown.
 */
export const checkInput = (input: JsonObject, validation: Validation): JsonObject => {
  const { types } = validation;
  try {
    const checked = validations.checkTypes(withoutPlusSigns(input), types);
    validations.checkValidations(checked, types, requestRule(validation), { options: storeOptions });
    return checked;
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw errorOf(error) ?? new UnreadableRequest();
  }
};

/** Validates an action of a transaction, whose types are already checked. Depth is checked of items only. */
export const checkRules = (input: JsonObject, { custom }: Validation): void => {
  checkDepth({ Item: input['Item'] });
  const message = expressionComplaint(input) ?? custom?.(input, { options: storeOptions });
  if (message) throw new InvalidRequest(message);
};

const requestRule =
  ({ custom, wording }: Validation): CustomRule =>
  (input, store) => {
    checkDepth(input);
    const message = expressionComplaint(input) ?? custom?.(input, store);
    return message && wording ? reword(message, wording) : message;
  };
