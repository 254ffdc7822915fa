import { isJsonObject } from '../../json';
import { invalidParameter, malformed } from '../errors';

/**
 * Asserts that a JSON value is a `T`, or throws Cognito's own refusal. `at` is the member's path as
 * Cognito's messages spell it: `userAttributes.1.member.name`.
 */
export type Check<T> = (value: unknown, at: string) => asserts value is T;

/** The type that a check asserts. */
export type Checked<C> = C extends Check<infer T> ? T : never;

/** Makes a member optional. (A JSON `null` counts as left out, as in AWS's services.) */
export const optional =
  <T>(check: Check<T>): Check<T | undefined> =>
  (value, at) => {
    if (value !== undefined) check(value, at);
  };

/** A list of at most `most` elements, which all pass one check. */
export const list =
  <T>(check: Check<T>, most = 256): Check<readonly T[]> =>
  (value, at) => {
    if (value === undefined) throw missing(at);
    if (!Array.isArray(value)) throw malformed('Expected list or null');
    if (value.length > most) throw violation(at, `Member must have length less than or equal to ${most}`);
    // Not `forEach`, which skips the holes that `readJson` leaves where a client sent null.
    for (const [index, element] of value.entries()) check(element, `${at}.${index + 1}.member`);
  };

/** String values under any names; read them with `parameter`, which ignores inherited properties. */
export const textMap = (value: unknown, at: string): asserts value is Readonly<Record<string, string>> => {
  if (value === undefined) throw missing(at);
  if (!isJsonObject(value)) throw malformed('Start of structure or map expected.');
  for (const entry of Object.values(value)) {
    if (typeof entry !== 'string') throw malformed(`${kindOf(entry)} can not be converted to a String`);
  }
};

/** `true` or `false`. */
export const flag: Check<boolean> = (value, at) => {
  if (value === undefined) throw missing(at);
  if (typeof value !== 'boolean') throw malformed(`${kindOf(value)} can not be converted to a Boolean`);
};

/** An integer between two bounds, inclusive. */
export const integer =
  (least: number, most: number): Check<number> =>
  (value, at) => {
    if (value === undefined) throw missing(at);
    if (typeof value !== 'number') throw malformed(`${kindOf(value)} can not be converted to an Integer`);
    if (!Number.isSafeInteger(value) || value < least || value > most) {
      throw violation(at, `Member must have value between ${least} and ${most}`);
    }
  };

/** A required value is missing, in the words of AWS's request validation. */
export const missing = (at: string) => violation(at, 'Member must not be null', 'Value null at');

/** The value breaks a constraint of AWS's model. */
export const violation = (at: string, constraint: string, value = 'Value at') =>
  invalidParameter(`1 validation error detected: ${value} '${at}' failed to satisfy constraint: ${constraint}`);

/** AWS's name for the JSON type of a value. */
export const kindOf = (value: unknown): string => {
  if (typeof value === 'number') return 'NUMBER_VALUE';
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  if (typeof value === 'string') return 'STRING_VALUE';
  return 'Start of structure or map';
};
