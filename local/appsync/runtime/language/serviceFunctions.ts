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
  /** The same as `bounded$` for a loop, which may make what it goes over longer. */
  turns$: (items: unknown): Iterable<unknown> => {
    if (!isIterable(items)) throw new Misuse(`${items === null ? 'null' : typeof items} is not iterable`);
    return firstOf(items);
  },
};

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && Symbol.iterator in value);

function* firstOf(items: Iterable<unknown>): Generator<unknown> {
  let turns = 0;
  for (const item of items) {
    if (turns === MOST_TURNS) return;
    turns += 1;
    yield item;
  }
}
