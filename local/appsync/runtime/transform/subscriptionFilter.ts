import { isObject, type Members } from '../values';

interface Comparison {
  readonly fieldName: string;
  readonly operator: string;
  readonly value: unknown;
}

/** One way for an event to pass: all of its comparisons hold. */
type Alternative = readonly Comparison[];

export interface SubscriptionFilter {
  readonly filterGroup: readonly { readonly filters: Alternative }[];
}

/**
 * Renders a filter object as groups, any of which lets an event pass. Each operator of a field, each member of an `or`
 * and each rule is an alternative; the groups are their product. Null if the filter is not an object.
 * https://docs.aws.amazon.com/appsync/latest/devguide/transformation-helpers-in-utils-transform-js.html
 */
export const subscriptionFilter = (
  filter: unknown,
  ignoredFields?: unknown,
  rules?: unknown,
): SubscriptionFilter | null => {
  if (!isObject(filter)) return null;
  const ignored: readonly unknown[] = Array.isArray(ignoredFields) ? ignoredFields : [];
  const fromRules = isObject(rules) ? Object.keys(rules).flatMap((name) => operatorsOf(name, rules[name])) : [];
  const groups = product([alternativesOf(filter, ignored), fromRules]);
  return { filterGroup: withComparisons(groups).map((filters) => ({ filters })) };
};

const alternativesOf = (filter: Members, ignored: readonly unknown[]): Alternative[] => {
  const names = Object.keys(filter).filter((name) => !ignored.includes(name));
  return product(names.map((name) => memberAlternatives(name, filter[name], ignored)));
};

const memberAlternatives = (name: string, value: unknown, ignored: readonly unknown[]): Alternative[] => {
  const members = Array.isArray(value)
    ? value.map((member) => (isObject(member) ? alternativesOf(member, ignored) : []))
    : [];
  if (name === 'and') return product(members);
  return name === 'or' ? withComparisons(members.flat()) : operatorsOf(name, value);
};

/** A member of an `or` whose fields are all ignored is no alternative: it would let every event pass. */
const withComparisons = (alternatives: readonly Alternative[]): Alternative[] =>
  alternatives.filter((comparisons) => comparisons.length > 0);

/** One alternative per operator; operator names are not checked. */
const operatorsOf = (fieldName: string, operators: unknown): Alternative[] =>
  isObject(operators)
    ? Object.keys(operators).map((operator) => [{ fieldName, operator, value: operators[operator] }])
    : [];

/** Every choice of one alternative from each list; empty lists are skipped. */
const product = (lists: readonly (readonly Alternative[])[]): Alternative[] =>
  lists
    .filter((list) => list.length > 0)
    .reduce<Alternative[]>(
      (chosen, list) => chosen.flatMap((before) => list.map((next) => [...before, ...next])),
      [[]],
    );
