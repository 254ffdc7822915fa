import type { Result } from '../row';

/** How much worse than the saved one a ratio may be. Machines differ in figures, but far less in ratios. */
const tolerance = 0.25;

/** One line for each ratio that is more than a quarter worse than the saved one. */
export const findRegressions = (saved: readonly Result[], results: readonly Result[]): readonly string[] => {
  const before = new Map(saved.map((result) => [result.name, result]));
  return results.flatMap(({ name, unit, ratio }) => {
    const known = before.get(name)?.ratio;
    if (known === undefined || ratio === undefined) return [];
    const worse = isRate(unit) ? known / ratio : ratio / known;
    return worse > 1 + tolerance ? [`${name}: ${ratio.toFixed(2)} of the floor, ${known.toFixed(2)} when saved`] : [];
  });
};

/** For a rate more is better; for every other unit less is. */
const isRate = (unit: Result['unit']): boolean => unit === 'MiB/s';
