import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../../../local/appsync/realtime/filters/createMatcher';
import { FilterRefused } from '../../../../../local/appsync/realtime/filters/errors';
import { readFilter } from '../../../../../local/appsync/realtime/filters/readFilter';

const rule = (operator: unknown, value: unknown, fieldName: unknown = 'f') => ({ fieldName, operator, value });
const group = (...alternatives: unknown[][]) => ({ filterGroup: alternatives.map((filters) => ({ filters })) });
const passes = (filter: unknown, payload: unknown) => createMatcher(readFilter(filter))(payload);

describe('an enhanced filter', () => {
  it.each([
    ['eq', 1, [1], [2, '1', true, [1]]],
    ['eq', 'a', ['a'], ['A', 'ab', ['a']]],
    ['eq', true, [true], [false, 1, 'true']],
    ['ne', 1, [2, '1'], [1]],
    ['le', 5, [5, 4.5, -1], [6, '5']],
    ['lt', 5, [4], [5, '4']],
    ['ge', 'b', ['b', 'ba', 'c'], ['a', 'B', 5]],
    ['gt', 5, [6], [5, '6']],
    ['contains', 10, [[9, 10], 10], [[9], ['10'], '10']],
    ['contains', 'launch', ['the launch', ['launch']], ['Launch', ['launched']]],
    ['notContains', 10, [[9], 11], [[10], 10]],
    ['notContains', 'launch', ['a start'], ['the launch']],
    ['beginsWith', 'AWS', ['AWS AppSync', 'AWS'], ['aws', 'an AWS', ['AWS']]],
    ['in', [1, 'a'], [1, 'a'], [2, '1', [1]]],
    ['notIn', [1, 'a'], [2, '1'], [1, 'a']],
    // In the documentation's own example, 2, 3 and 4 match `between` 1 and 5.
    ['between', [1, 5], [2, 3, 4], [1, 5, 0, 6, '3']],
    ['between', ['b', 'd'], ['c', 'ba'], ['b', 'd', 'a']],
    ['containsAny', [10, 15], [[10, 11], [15, 20, 30], 10], [[11], [], 11, '10']],
  ])('%s %j lets through %j, and not %j', (operator, value, through, held) => {
    for (const field of through) expect(passes(group([rule(operator, value)]), { f: field }), String(field)).toBe(true);
    for (const field of held) expect(passes(group([rule(operator, value)]), { f: field }), String(field)).toBe(false);
  });

  it.each([
    ['ne', 1],
    ['notIn', [1]],
    ['notContains', 'x'],
  ])('lets nothing through by %s %j when the field is null or was not selected', (operator, value) => {
    expect([{}, { f: null }, null, [], 'f'].map((payload) => passes(group([rule(operator, value)]), payload))).toEqual(
      Array(5).fill(false),
    );
  });

  it('wants every rule of one alternative', () => {
    const filter = group([rule('eq', 1, 'a'), rule('eq', 2, 'b')], [rule('eq', 3, 'a')]);

    expect(passes(filter, { a: 1, b: 2 })).toBe(true);
    expect(passes(filter, { a: 1, b: 3 })).toBe(false);
    expect(passes(filter, { a: 3 })).toBe(true);
  });

  it('reaches into objects, five levels deep', () => {
    const payload = { venue: { address: { country: { metadata: { continent: 'Europe' } } } } };
    const path = 'venue.address.country.metadata.continent';

    expect(passes(group([rule('eq', 'Europe', path)]), payload)).toBe(true);
    expect(passes(group([rule('eq', 'Europe', path)]), { venue: [payload.venue] })).toBe(false);
    expect(() => readFilter(group([rule('eq', 'x', `${path}.deeper`)]))).toThrow(FilterRefused);
  });

  it('lets no list through', () => {
    expect(passes(group([rule('eq', 1)]), [{ f: 1 }])).toBe(false);
  });

  it('is not taken in by names that every object has', () => {
    expect(passes(group([rule('ne', 'x', 'constructor.name')]), {})).toBe(false);
    expect(passes(group([rule('ne', 'x', '__proto__.f')]), {})).toBe(false);
  });

  it.each([
    ['nothing', undefined],
    ['a text', '{"filterGroup":[]}'],
    ['no group', {}],
    ['an empty group', group()],
    ['an alternative without rules', group([])],
    ['a rule that is none', group(['x'])],
    ['no field', group([{ operator: 'eq', value: 1 }])],
    ['an empty field', group([rule('eq', 1, '')])],
    ['an operator by another name', group([rule('EQ', 1)])],
    ['an operator that every object has', group([rule('constructor', 1)])],
    ['no operator', group([rule(undefined, 1)])],
    ['no value', group([rule('eq', undefined)])],
    ['null', group([rule('eq', null)])],
    ['a list for eq', group([rule('eq', [1])])],
    ['a truth for le', group([rule('le', true)])],
    ['a number for beginsWith', group([rule('beginsWith', 1)])],
    ['one value for in', group([rule('in', 1)])],
    ['no values for in', group([rule('in', [])])],
    ['truths for in', group([rule('in', [true])])],
    ['six values for in', group([rule('in', [1, 2, 3, 4, 5, 6])])],
    ['six values for notIn', group([rule('notIn', [1, 2, 3, 4, 5, 6])])],
    ['21 values for containsAny', group([rule('containsAny', Array.from({ length: 21 }).fill(1))])],
    ['three ends for between', group([rule('between', [1, 2, 3])])],
    ['a text of 257 characters', group([rule('eq', 'x'.repeat(257))])],
    ['a listed text of 257 characters', group([rule('in', ['x'.repeat(257)])])],
    ['six fields in one filter', group(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => rule('eq', 1, name)))],
    ['eleven filters', group(...Array.from({ length: 11 }, () => [rule('eq', 1)]))],
    [
      'an `in` that makes eleven of ten',
      group([rule('in', [1, 2])], ...Array.from({ length: 9 }, () => [rule('eq', 1)])),
    ],
    ['two `in` that multiply out', group([rule('in', [1, 2, 3]), rule('in', [1, 2, 3, 4], 'g')])],
  ])('refuses %s', (_what, filter) => {
    expect(() => readFilter(filter)).toThrow(FilterRefused);
  });

  it('takes all that AppSync’s limits allow', () => {
    const fields = ['a', 'b', 'c', 'd', 'e'].map((name) => rule('eq', 1, name));

    expect(readFilter(group(...Array.from({ length: 10 }, () => fields)))).toHaveLength(10);
    expect(readFilter(group([rule('in', [1, 2, 3, 4, 5]), rule('in', [1, 2], 'g')]))).toHaveLength(1);
    expect(readFilter(group([rule('containsAny', Array.from({ length: 20 }).fill('x'.repeat(256)))]))).toHaveLength(1);
  });
});
