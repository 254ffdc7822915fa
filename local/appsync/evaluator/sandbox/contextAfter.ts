import { contextText } from '../../contextText';
import { payloadOf } from '../../payloadOf';
import type { Link } from '../../ports';
import { unpack } from './pack';

/** `ctx` of the handler that follows another at once; undefined when that failed, or returned early. */
export const contextAfter = (outcome: string, fixed: string, link: string): string | undefined => {
  const [result = 'null', skipTo, error, , stash = '{}'] = unpack(outcome);
  if (skipTo !== undefined || error !== undefined || !isLink(link)) return undefined;
  return contextText({ fixed, stash, ...membersOf[link](result) });
};

const membersOf = {
  payload: (result: string) => ({ result: payloadOf(result) }),
  prev: (result: string) => ({ prev: result }),
  'prev and result': (result: string) => ({ prev: result, result }),
} satisfies Record<Link, (result: string) => object>;

const isLink = (text: string): text is Link => Object.hasOwn(membersOf, text);
