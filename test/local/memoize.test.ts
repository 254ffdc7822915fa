import { expect, it } from 'vitest';
import { memoize } from '../../local/memoize';

it('makes a value once while it is one of the newest, and again what could not be made', () => {
  const asked: string[] = [];
  const lengthOf = memoize(2, (text) => {
    asked.push(text);
    if (text === '') throw new RangeError('There is nothing to measure.');
    return { length: text.length };
  });

  const first = lengthOf('a');
  const again = lengthOf('a');
  for (const text of ['bb', 'ccc', 'bb', 'a']) lengthOf(text);

  expect(again).toBe(first);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
  expect(() => lengthOf('')).toThrow(RangeError);
  expect(() => lengthOf('')).toThrow(RangeError);
  expect(asked.slice(4)).toEqual(['', '']);
});
