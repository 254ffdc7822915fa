import type { Result } from '../row';

/** How much worse a ratio may be than the saved one. Machines differ in their figures, far less in their ratios. */
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

/** More is better of a rate, and worse of all else. */
const isRate = (unit: Result['unit']): boolean => unit === 'MiB/s';
