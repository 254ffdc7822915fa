import { Misuse } from '../errors';

/** "Iterations in a foreach loop in mapping templates": https://docs.aws.amazon.com/general/latest/gr/appsync.html */
const maxTurns = 1_000;

/** Called by code that the compiler inserts to match the service's behaviour: see `compile/serviceEdits.ts`. */
export const serviceFunctions = {
  /** The items that a list method iterates over: at most 1,000, since the service then stops without an error. */
  bounded: (value: unknown): unknown =>
    Array.isArray(value) && value.length > maxTurns ? value.slice(0, maxTurns) : value,
  /** `??`, but both sides are evaluated first. */
  coalesce: (left: unknown, right: unknown): unknown => left ?? right,
  /**
   * The same as `bounded`, for a `for … of` loop. Items added during the loop are not visited, as users saw in
   * EvaluateCode: https://github.com/kattebak/typespec-opensearch-emitter/blob/main/src/emit-graphql-resolver.ts
   */
  turns: (items: unknown): readonly unknown[] => {
    if (!isIterable(items)) throw new Misuse(`${items === null ? 'null' : typeof items} is not iterable`);
    return [...items].slice(0, maxTurns);
  },
};

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && Symbol.iterator in value);
