import { textsOfContext, type ContextTexts } from '../../contextParts';
import { unpack } from '../../pack';
import { payloadOf } from '../../payloadOf';
import type { After, Link } from '../../ports';

interface Following {
  /** The members of `ctx` that do not change while a field is resolved. */
  readonly fixed: string;
  readonly link: string;
  readonly after: string;
}

/** A follower's `ctx`; undefined if the preceding handler did not end as the follower's `after` demands. */
export const contextAfter = (
  outcome: string | undefined,
  { fixed, link, after }: Following,
): ContextTexts | undefined => {
  if (outcome === undefined) return undefined;
  const [result = 'null', skipTo, error, , stash = '{}'] = unpack(outcome);
  if (error !== undefined || !isIn(endings, after) || !isIn(membersOf, link)) return undefined;
  if (!endings[after].includes(skipTo ?? 'result')) return undefined;
  return textsOfContext({ fixed, stash, ...membersOf[link](result) });
};

const endings: Record<After, readonly string[]> = {
  result: ['result'],
  NEXT: ['NEXT'],
  'NEXT or END': ['NEXT', 'END'],
};

const membersOf: Record<Link, (result: string) => object> = {
  payload: (result) => ({ result: payloadOf(result) }),
  prev: (result) => ({ prev: result }),
  'prev and result': (result) => ({ prev: result, result }),
};

const isIn = <Name extends string>(table: Readonly<Record<Name, unknown>>, name: string): name is Name =>
  Object.hasOwn(table, name);
