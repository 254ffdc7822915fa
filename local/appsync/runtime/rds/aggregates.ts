import { isObject } from '../values';
import { identifier, type Rendering } from './rendering';

/** An aggregate function over all rows, in place of a column in a column list. */
export interface Aggregate {
  readonly aggregate: string;
  readonly column: string;
  readonly isDistinct: boolean;
}

const functionNames = ['max', 'min', 'count', 'avg', 'sum'];

const aggregate =
  (name: string, isDistinct: boolean) =>
  (column: unknown): Aggregate => ({ aggregate: name, column: String(column), isDistinct });

/** `agg`: declared by @aws-appsync/utils but not documented; the rendered SQL is inferred. */
export const agg: Readonly<Record<string, (column: unknown) => Aggregate>> = Object.fromEntries(
  functionNames.flatMap((name) => [
    [name, aggregate(name, false)],
    [`${name}Distinct`, aggregate(name, true)],
  ]),
);

export const isAggregate = (value: unknown): value is Aggregate =>
  isObject(value) &&
  typeof value.aggregate === 'string' &&
  functionNames.includes(value.aggregate) &&
  typeof value.column === 'string' &&
  typeof value.isDistinct === 'boolean';

/** `COUNT(DISTINCT "name")` */
export const renderAggregate = ({ aggregate: name, column, isDistinct }: Aggregate, rendering: Rendering): string => {
  const target = column === '*' ? '*' : identifier(column, rendering);
  return `${name.toUpperCase()}(${isDistinct ? 'DISTINCT ' : ''}${target})`;
};
