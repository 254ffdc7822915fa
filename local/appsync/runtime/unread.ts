import type { Members } from './contextObject';
import type { Session } from './invocation';
import { toJson } from './json';
import { isObject } from './values';

/** What a handler can hand on without reading it. */
export type UnreadPath = 'result' | 'prev.result';

/** Stands for such a member of `ctx`. */
class Unread {
  constructor(readonly path: UnreadPath) {}
}

/** Hands on members of `ctx` that nobody has read, as the JSON that they came in. */
export const createUnread = (session: Session, contextOf: (members: Members) => object) => {
  const known = { result: new Unread('result'), 'prev.result': new Unread('prev.result') };
  return {
    /** Called by code that the compiler inserts, see `compile/unreadEdits.ts`: what stands for a member, if unread. */
    unread$: (ctx: unknown, path: UnreadPath): unknown => {
      const { members } = session.current;
      return members.unread(path) !== undefined && ctx === contextOf(members) ? known[path] : undefined;
    },
    /** The JSON of what a handler returns; undefined if JSON cannot express it; throws a Misuse like `toJson`. */
    serialize: (value: unknown): string | undefined => {
      if (!(value instanceof Unread)) return toJson(value);
      const { members } = session.current;
      return members.unread(value.path) ?? toJson(read(members, value.path));
    },
  };
};

/** It may have been read after all: `runtime.earlyReturn(ctx.result, { skipTo: ctx.result.next })`. */
const read = (members: Members, path: UnreadPath): unknown => {
  if (path === 'result') return members.read(path);
  const prev = members.read('prev');
  return isObject(prev) ? prev.result : undefined;
};
