import { isJsonObject } from '../../../json';
import { FilterRefused } from './errors';
import { operators, type Test } from './operators';

/** One rule: the path of a value in the event, and the test that it must pass. */
export interface Rule {
  readonly path: readonly string[];
  readonly test: Test;
}

/** Alternatives; one holds if all of its rules hold. */
export type Filter = readonly (readonly Rule[])[];

/** https://docs.aws.amazon.com/appsync/latest/devguide/extensions-js.html, "Exceptions" */
const most = { filters: 10, fieldNames: 5, levels: 5, characters: 256 } as const;

/**
 * Parses `{filterGroup: [{filters: [{fieldName, operator, value}]}]}`. Throws FilterRefused for what AppSync refuses or
 * is not known to accept (no rule at all, no value): such a filter would not do what its author intends.
 */
export const readFilter = (given: unknown): Filter => {
  const group = isJsonObject(given) ? given.filterGroup : undefined;
  if (!Array.isArray(group) || group.length === 0) throw new FilterRefused('it has no filterGroup.');
  const alternatives = group.map(readAlternative);
  const count = alternatives.reduce((sum, { weight }) => sum + weight, 0);
  if (count > most.filters) {
    throw new FilterRefused(
      `it has ${count} filters, each value of an operator "in" being one; at most 10 are allowed.`,
    );
  }
  return alternatives.map(({ rules }) => rules);
};

const readAlternative = (given: unknown) => {
  const filters = isJsonObject(given) ? given.filters : undefined;
  if (!Array.isArray(filters) || filters.length === 0)
    throw new FilterRefused('a member of filterGroup has no filters.');
  const read = filters.map(readRule);
  if (new Set(read.map(({ rule }) => rule.path.join('.'))).size > most.fieldNames) {
    throw new FilterRefused('it names more than 5 fields in one filter.');
  }
  return {
    rules: read.map(({ rule }) => rule),
    // "The `in` operator is a special case of OR logic": it counts as often as it has values.
    weight: read.reduce((product, { weight }) => product * weight, 1),
  };
};

const readRule = (given: unknown): { readonly rule: Rule; readonly weight: number } => {
  if (!isJsonObject(given) || typeof given.fieldName !== 'string') throw new FilterRefused('a rule has no fieldName.');
  const { fieldName, operator, value } = given;
  const path = fieldName.split('.');
  if (path.includes('') || path.length > most.levels) {
    throw new FilterRefused(`"${fieldName}" is no field at most 5 levels deep.`);
  }
  const make = typeof operator === 'string' ? operators.get(operator) : undefined;
  if (!make) throw new FilterRefused(`there is no operator ${JSON.stringify(operator)}.`);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if ([fieldName, ...values].some((text) => typeof text === 'string' && text.length > most.characters)) {
    throw new FilterRefused('a text has more than 256 characters.');
  }
  const test = make(value);
  if (!test) throw new FilterRefused(`the operator "${String(operator)}" does not take the value of "${fieldName}".`);
  return { rule: { path, test }, weight: operator === 'in' ? values.length : 1 };
};
