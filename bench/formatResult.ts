import type { Result } from './row';

const columns = [38, 16, 16, 7, 22] as const;

/** The table's header line. */
export const tableHead = (): string => line(['', 'figure', 'floor', 'ratio', 'goal', '']);

/** A result as one line of the table. */
export const formatResult = (result: Result): string => line(cellsOf(result));

/** A result as table cells: name, figure, floor, ratio, goal, and whether the goal is reached. */
export const cellsOf = ({ name, unit, figure, floor, ratio, goal }: Result): readonly string[] => [
  name,
  amount(figure, unit),
  floor === undefined ? '' : amount(floor, unit),
  ratio?.toFixed(2) ?? '',
  goal?.words ?? '',
  goal === undefined ? '' : goal.isReached ? 'reached' : 'MISSED',
];

const amount = (value: number, unit: string): string => `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;

const line = (cells: readonly string[]): string =>
  cells
    .map((cell, at) => (at === 0 ? cell.padEnd(columns[0]) : cell.padStart(columns[at] ?? 0)))
    .join('  ')
    .trimEnd();
