import { describe, expect, it } from 'vitest';
import parser from 'dynalite/db/conditionParser.js';
import { rememberConditions, type ParsingContext } from '../../../../local/dynamodb/dynalite/rememberConditions';

/** dynalite's own parser, with a count of its calls. */
const counted = () => {
  const calls: string[] = [];
  const parse = rememberConditions((text, options) => {
    calls.push(text);
    return parser.parse(text, options);
  });
  return { calls, parse };
};

const contextOf = (attrVals: Record<string, object>): ParsingContext => ({
  attrNames: { '#name': 'FileName' },
  attrVals,
  unusedAttrNames: { '#name': true },
  unusedAttrVals: Object.fromEntries(Object.keys(attrVals).map((name) => [name, true])),
  ...{ isReserved: () => false, compare: (_operator: string, a: { N: string }, b: { N: string }) => +a.N > +b.N },
});

describe('A condition that is parsed again', () => {
  it('holds the values of its own call, and uses its names and values up', () => {
    const { calls, parse } = counted();
    const text = '#name = :name AND size(Extra) > :size AND Kind IN (:a, :b)';
    const context = (name: string) =>
      contextOf({ ':name': { S: name }, ':size': { N: '1' }, ':a': { S: 'a' }, ':b': { S: 'b' } });

    parse(text, { context: context('first') });
    const second = context('second');
    const again = parse(text, { context: second });

    expect(calls).toEqual([text]);
    expect(again).toEqual(parser.parse(text, { context: context('second') }));
    expect(second).toMatchObject({ unusedAttrNames: {}, unusedAttrVals: {} });
  });

  it('is its own: what is done to one answer does not show in the next', () => {
    const { parse } = counted();
    const ask = () => parse('#name = :name', { context: contextOf({ ':name': { S: 'x' } }) });
    const before = structuredClone(ask());

    Object.assign(Object(ask()).expression, { type: 'spoilt' });

    expect(ask()).toEqual(before);
  });

  it('is judged anew when a value has another type, or bounds are others', () => {
    const { calls, parse } = counted();
    const between = (low: string, high: string) =>
      parse('#name BETWEEN :low AND :high', { context: contextOf({ ':low': { N: low }, ':high': { N: high } }) });
    const begins = (value: object) => parse('begins_with(#name, :start)', { context: contextOf({ ':start': value }) });

    expect(between('1', '2')).toHaveProperty('expression');
    expect(between('2', '1')).toContain('upper bound to be greater');
    expect(begins({ S: 'a' })).toHaveProperty('expression');
    expect(begins({ N: '1' })).toContain('Incorrect operand type');
    expect(calls).toHaveLength(4);
  });

  it('is refused again when it was refused', () => {
    const { calls, parse } = counted();
    const ask = () => parse('#name = :missing', { context: contextOf({}) });

    expect([ask(), ask()]).toEqual(Array(2).fill(expect.stringContaining('not defined')));
    expect(calls).toHaveLength(2);
  });
});
