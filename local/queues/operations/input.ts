import { InvalidParameter, MissingParameter } from '../errors';

/** An object as JSON has it. */
export type JsonObject = { readonly [key: string]: unknown };

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that must be there. */
export const textOf = (input: JsonObject, name: string): string => {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new MissingParameter(name);
};

interface Bounds {
  readonly from: number;
  readonly to: number;
  /** What stands for a number that is not given. */
  readonly otherwise: number;
}

/** A whole number within bounds. */
export const numberOf = (input: JsonObject, name: string, { from, to, otherwise }: Bounds): number => {
  const value = input[name] ?? otherwise;
  if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value;
  throw new InvalidParameter(
    `Value ${String(value)} for parameter ${name} is invalid. Reason: Must be an integer from ${from} to ${to}.`,
  );
};

/** The texts of a list; none when there is no list. */
export const textsOf = (input: JsonObject, name: string): string[] => {
  const value = input[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};
