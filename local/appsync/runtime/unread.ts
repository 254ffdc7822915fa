import type { ContextMembers } from './contextObject';
import type { Session } from './invocation';
import { toJson } from './json';
import { runtime } from './runtime';

/** What a handler can hand on without reading it. */
export type UnreadPath = 'result' | 'prev.result';

/** Stands for such a member of `ctx`. */
class Unread {
  constructor(readonly json: string) {}
}

/** Hands on members of `ctx` that nobody has read, as the JSON that they came in. */
export const createUnread = (session: Session, contextOf: (members: ContextMembers) => object) => ({
  /**
   * Called by code that the compiler inserts, see `compile/unreadEdits.ts`: what stands for a member, if it is unread and
   * the one to take it knows what to do with that.
   */
  unread: (ctx: unknown, path: UnreadPath, taker: unknown = runtime): unknown => {
    const { members } = session.current;
    const json = members.unread(path);
    return json !== undefined && taker === runtime && ctx === contextOf(members) ? new Unread(json) : undefined;
  },
  /** The JSON of what a handler returns; undefined if JSON cannot express it; throws a Misuse like `toJson`. */
  serialize: (value: unknown): string | undefined => (value instanceof Unread ? value.json : toJson(value)),
});
