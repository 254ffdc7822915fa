import { Misuse } from '../errors';

/** "Iterations in a foreach loop in mapping templates": https://docs.aws.amazon.com/general/latest/gr/appsync.html */
const MOST_TURNS = 1_000;

/** What the compiler has code call, so that it does what it does at the service: see `compile/serviceEdits.ts`. */
export const serviceFunctions = {
  /** What a method of lists goes over: no more than the service does, which ends without a word. */
  bounded$: (value: unknown): unknown =>
    Array.isArray(value) && value.length > MOST_TURNS ? value.slice(0, MOST_TURNS) : value,
  /** `??`, with both sides evaluated before it. */
  coalesce$: (left: unknown, right: unknown): unknown => left ?? right,
  /**
   * The same as `bounded$` for a loop. What is added to a list while it is walked is not visited, as users saw in
   * EvaluateCode: https://github.com/kattebak/typespec-opensearch-emitter/blob/main/src/emit-graphql-resolver.ts
   */
  turns$: (items: unknown): readonly unknown[] => {
    if (!isIterable(items)) throw new Misuse(`${items === null ? 'null' : typeof items} is not iterable`);
    return [...items].slice(0, MOST_TURNS);
  },
};

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && Symbol.iterator in value);
