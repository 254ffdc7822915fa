import type { Goal, Result, Row } from './row';

/** Measures a row: one warm-up round, unless a single one is wanted, then rounds that alternate floor and figure. */
export const measureRow = async (row: Row): Promise<Result> => {
  const { name, unit, goal, growth, rounds = 5 } = row;
  const { floor, measure, close } = 'open' in row ? await row.open() : { ...row, close: undefined };
  const figures: number[] = [];
  const floors: number[] = [];
  for (let round = rounds > 1 ? 0 : 1; round <= rounds; round += 1) {
    const least = await floor?.();
    const figure = await measure();
    if (round === 0) continue;
    figures.push(figure);
    if (least !== undefined) floors.push(least);
  }
  await close?.();
  const figure = median(figures);
  const ratio = floors.length === 0 ? undefined : median(figures.map((value, at) => value / (floors[at] ?? value)));
  return {
    name,
    unit,
    figure,
    ...(ratio === undefined ? {} : { floor: median(floors), ratio }),
    ...(goal && {
      goal: {
        words: describe(goal, unit),
        isReached: isReached(goal, goal.of === 'figure' ? figure : (ratio ?? figure)),
      },
    }),
    ...(growth && { growth }),
  };
};

/** The median; the upper one of an even count. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const isReached = (goal: Goal, value: number): boolean =>
  'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;

const describe = (goal: Goal, unit: Row['unit']): string =>
  `${'atLeast' in goal ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`} ${goal.of === 'figure' ? unit : 'of the floor'}`;
