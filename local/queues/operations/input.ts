import type { JsonObject } from '../../json';
import { InvalidParameter, MissingParameter } from '../errors';

/** How many bytes of UTF-8 a message's body may have. */
export const maxMessageBytes = 1024 * 1024;

/** A required string that is not empty, or MissingParameter. */
export const textOf = (input: JsonObject, name: string): string => {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new MissingParameter(name);
};

interface Bounds {
  readonly from: number;
  readonly to: number;
  /** The default. NaN makes the number required. */
  readonly otherwise: number;
  /** Why a number outside is refused, in SQS's words where they are known. */
  readonly reason?: string;
}

/** An integer within inclusive bounds, or InvalidParameter. */
export const numberOf = (input: JsonObject, name: string, bounds: Bounds): number => {
  const { from, to, otherwise, reason = `Must be an integer from ${from} to ${to}.` } = bounds;
  const value = input[name] ?? otherwise;
  if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value;
  throw new InvalidParameter(`Value ${String(value)} for parameter ${name} is invalid. Reason: ${reason}`);
};

/** The strings of a list; empty if there is no list. */
export const textsOf = (input: JsonObject, name: string): string[] => {
  const value = input[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};
