import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../../../local/appsync/realtime/filters/createMatcher';
import { readFilter } from '../../../../../local/appsync/realtime/filters/readFilter';
import { subscriptionFilter } from '../../../../../local/appsync/runtime/transform/subscriptionFilter';

const scalar = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'a', 'b', 'ab', 'abc', 'B'));
const list = (most: number) => fc.array(scalar, { minLength: 1, maxLength: most });
const names = fc.constantFrom('a', 'b', 'c');

const rules = fc.oneof(
  fc.tuple(names, fc.constantFrom('eq', 'ne'), fc.oneof(scalar, fc.boolean())),
  fc.tuple(names, fc.constantFrom('le', 'lt', 'ge', 'gt', 'contains', 'notContains'), scalar),
  fc.tuple(names, fc.constant('beginsWith'), fc.constantFrom('', 'a', 'ab')),
  fc.tuple(names, fc.constant('in'), list(1)),
  fc.tuple(names, fc.constant('notIn'), list(5)),
  fc.tuple(names, fc.constant('between'), fc.tuple(scalar, scalar)),
  fc.tuple(names, fc.constant('containsAny'), list(20)),
);
const filters = fc.array(fc.array(rules, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 10 });
const payloads = fc.dictionary(
  names,
  fc.oneof(scalar, fc.boolean(), fc.constant(null), fc.array(scalar, { maxLength: 3 })),
);

type Rule = readonly [name: string, operator: string, value: unknown];

/** The documented behaviour, in the simplest form. */
const oracle = (payload: Readonly<Record<string, unknown>>, [name, operator, value]: Rule): boolean => {
  const field = payload[name];
  const values = [value].flat();
  const items = [field].flat();
  if (field === undefined || field === null) return false;
  const same = (other: unknown) => typeof field === typeof other && !Array.isArray(field) && typeof field !== 'boolean';
  const order = (other: unknown) => (Object(field) < Object(other) ? -1 : Object(field) > Object(other) ? 1 : 0);
  const has = () =>
    typeof field === 'string' && typeof value === 'string' ? field.includes(value) : items.includes(value);
  switch (operator) {
    case 'eq':
      return field === value;
    case 'ne':
      return !oracle(payload, [name, 'eq', value]);
    case 'le':
      return same(value) && order(value) <= 0;
    case 'lt':
      return same(value) && order(value) < 0;
    case 'ge':
      return same(value) && order(value) >= 0;
    case 'gt':
      return same(value) && order(value) > 0;
    case 'contains':
      return has();
    case 'notContains':
      return !has();
    case 'beginsWith':
      return typeof field === 'string' && field.indexOf(String(value)) === 0;
    case 'in':
      return values.some((one) => one === field);
    case 'notIn':
      return values.every((one) => one !== field);
    case 'between':
      return values.every(same) && order(values[0]) > 0 && order(values[1]) < 0;
    default:
      return items.some((item) => values.includes(item));
  }
};

describe('an enhanced filter', () => {
  it('agrees with what the documentation says', () => {
    fc.assert(
      fc.property(filters, payloads, (alternatives, payload) => {
        const filterGroup = alternatives.map((filter) => ({
          filters: filter.map(([fieldName, operator, value]) => ({ fieldName, operator, value })),
        }));

        expect(createMatcher(readFilter({ filterGroup }))(payload)).toBe(
          alternatives.some((filter) => filter.every((rule) => oracle(payload, rule))),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('can be made by util.transform.toSubscriptionFilter', () => {
    fc.assert(
      fc.property(fc.array(rules, { minLength: 1, maxLength: 4 }), payloads, (chosen, payload) => {
        const given = { and: chosen.map(([name, operator, value]) => ({ [name]: { [operator]: value } })) };

        expect(createMatcher(readFilter(subscriptionFilter(given)))(payload)).toBe(
          chosen.every((rule) => oracle(payload, rule)),
        );
      }),
    );
  });
});
