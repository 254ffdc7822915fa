/** Whether the value of an event's field passes. */
export type Test = (field: unknown) => boolean;

/** Makes the test of one rule; undefined if the operator does not accept the rule's value. */
export type Operator = (value: unknown) => Test | undefined;

/** The maximum number of values in a list: https://docs.aws.amazon.com/appsync/latest/devguide/extensions-js.html */
const most = { in: 5, notIn: 5, containsAny: 20 } as const;

const contains = (field: unknown, value: unknown): boolean => {
  if (Array.isArray(field)) return field.includes(value);
  return typeof field === 'string' && typeof value === 'string' ? field.includes(value) : field === value;
};

/**
 * The operators of enhanced filters, by the names and in the order of AppSync's table. Comparison is strict and
 * case-sensitive: a number never equals a string. `between` excludes its bounds: the documentation's example lets 2, 3
 * and 4 pass between 1 and 5.
 */
export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['eq', (value) => (isScalar(value) ? (field) => field === value : undefined)],
  ['ne', (value) => (isScalar(value) ? (field) => field !== value : undefined)],
  ['le', ordered((order) => order <= 0)],
  ['lt', ordered((order) => order < 0)],
  ['ge', ordered((order) => order >= 0)],
  ['gt', ordered((order) => order > 0)],
  ['contains', (value) => (isOrdered(value) ? (field) => contains(field, value) : undefined)],
  ['notContains', (value) => (isOrdered(value) ? (field) => !contains(field, value) : undefined)],
  [
    'beginsWith',
    (value) =>
      typeof value === 'string' ? (field) => typeof field === 'string' && field.startsWith(value) : undefined,
  ],
  ['in', (value) => (isList(value, most.in) ? (field) => value.includes(field) : undefined)],
  ['notIn', (value) => (isList(value, most.notIn) ? (field) => !value.includes(field) : undefined)],
  ['between', between],
  [
    'containsAny',
    (value) =>
      isList(value, most.containsAny)
        ? (field) => (Array.isArray(field) ? field : [field]).some((item) => value.includes(item))
        : undefined,
  ],
]);

function ordered(holds: (order: number) => boolean): Operator {
  return (value) => (isOrdered(value) ? (field) => holds(compare(field, value)) : undefined);
}

function between(value: unknown): Test | undefined {
  if (!isList(value, 2) || value.length !== 2) return undefined;
  const [low, high] = value;
  return (field) => compare(field, low) > 0 && compare(field, high) < 0;
}

/** Negative, zero or positive; NaN, for which no comparison holds, unless both are numbers or both are strings. */
function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one !== 'string' || typeof other !== 'string') return Number.NaN;
  return one === other ? 0 : one < other ? -1 : 1;
}

function isScalar(value: unknown): boolean {
  return isOrdered(value) || typeof value === 'boolean';
}

function isOrdered(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function isList(value: unknown, limit: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.length <= limit && value.every(isOrdered);
}
