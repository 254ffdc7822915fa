import rules from 'dynalite/db/index.js';
import { matches } from '../conditions/matches';
import { ConditionFailed } from '../errors';
import { isJsonObject } from '../../json';

/** Has dynalite evaluate condition and filter expressions by `matches`. */
export const sharpenConditions = (): void => {
  const { checkConditional } = rules;
  rules.matchesExprFilter = matches;
  rules.checkConditional = (input, item) => {
    const { _condition: condition } = input;
    if (!isJsonObject(condition)) return checkConditional(input, item);
    return matches(item ?? {}, condition['expression']) ? undefined : new ConditionFailed();
  };
};
