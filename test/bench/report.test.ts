import { describe, expect, it } from 'vitest';
import { growthChart, ratioChart } from '../../bench/report/charts';
import { findRegressions } from '../../bench/report/findRegressions';
import { mergeResults } from '../../bench/report/saved';
import type { Result } from '../../bench/row';
import { slopeOf } from '../../bench/soak/slopeOf';

const result = (name: string, ratio: number, more: Partial<Result> = {}): Result => ({
  name,
  unit: 'us',
  figure: ratio * 10,
  floor: 10,
  ratio,
  ...more,
});

describe('the guard against regressions', () => {
  it('lets a ratio be a quarter worse and no more', () => {
    const saved = [result('a', 2), result('b', 2)];

    expect(findRegressions(saved, [result('a', 2.49), result('b', 2.51)])).toEqual([
      'b: 2.51 of the floor, 2.00 when saved',
    ]);
  });

  it('takes less for worse where the figure is a rate', () => {
    const saved = [result('a', 1, { unit: 'MiB/s' }), result('b', 1, { unit: 'MiB/s' })];
    const now = [result('a', 0.81, { unit: 'MiB/s' }), result('b', 0.79, { unit: 'MiB/s' })];

    expect(findRegressions(saved, now)).toEqual(['b: 0.79 of the floor, 1.00 when saved']);
  });

  it('has nothing to say of rows without a ratio, or that were not saved', () => {
    const { ratio: _, ...bare } = result('a', 9);

    expect(findRegressions([result('a', 1)], [bare, result('new', 9)])).toEqual([]);
  });
});

describe('saved results', () => {
  it('are replaced by newer ones, in the order of the rows, and go with their row', () => {
    const merged = mergeResults([result('gone', 1), result('b', 1), result('a', 1)], [result('a', 2)], ['a', 'b']);

    expect(merged.map(({ name, ratio }) => [name, ratio])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});

describe('charts', () => {
  it('show every row with a ratio, and every series', () => {
    const rows = [result('a query', 3), result('a page', 1.1, { growth: { of: 'files', at: 1_000 } })];

    expect(ratioChart(rows)).toMatch(/^<svg[^]*a query[^]*<\/svg>$/);
    expect(growthChart(rows)).toMatch(/^<svg[^]*files[^]*<\/svg>$/);
  });
});

it('fits a line through points', () => {
  const line = [0, 1, 2, 3].map((x) => ({ x, y: 2 * x + 5 }));

  expect(slopeOf(line)).toBeCloseTo(2);
  expect(slopeOf([...line, { x: 4, y: 5 }])).toBeLessThan(1);
  expect(slopeOf([{ x: 1, y: 1 }])).toBe(0);
});
