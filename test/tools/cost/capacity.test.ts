import { describe, expect, it } from 'vitest';
import { itemBytes, readUnits, writeUnits } from '../../../tools/cost/capacity';

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ThroughputConsiderations.Writes
describe('writeUnits', () => {
  const row = (more: Record<string, { S: string }>) => ({ UserId: { S: 'u' }, ...more });

  it.each([
    ['a new row that an index does not hold', undefined, row({}), 1],
    ['a new row with an entry', undefined, row({ A: { S: '1' } }), 2],
    ['an entry that moves', row({ A: { S: '1' } }), row({ A: { S: '2' } }), 3],
    ['an entry that stays', row({ A: { S: '1' } }), row({ A: { S: '1' }, Extra: { S: 'x' } }), 2],
    ['an entry that goes', row({ A: { S: '1' } }), row({}), 2],
    ['a row that is deleted', row({ A: { S: '1' } }), undefined, 2],
    ['a row of more than a KiB', undefined, row({ A: { S: 'x'.repeat(1024) } }), 4],
  ])('counts %s', (_, before, after, units) => {
    expect(writeUnits(before, after, ['A'])).toBe(units);
  });
});

it('weighs names, text in UTF-8 and numbers', () => {
  expect(itemBytes({ Name: { S: 'ä' }, Size: { N: '12345' } })).toBe(4 + 2 + 4 + 4);
});

it.each([
  [0, 1],
  [4096, 1],
  [4097, 2],
])('reads %i bytes for %i units', (bytes, units) => {
  expect(readUnits(bytes)).toBe(units);
});
