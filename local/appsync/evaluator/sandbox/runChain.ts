import { pack, unpack } from '../../pack';
import type { RunInRealm } from './realm';
import { contextAfter } from './contextAfter';
import { readCall } from './sandboxCall';

/** Runs a module's handler in its realm; undefined if there is no outcome. */
export type CallHandler = (moduleId: string, ...args: Parameters<RunInRealm>) => string | undefined;

/**
 * Runs a handler and its followers, each only if the preceding handler ended as the follower's `after` demands. Returns
 * the outcomes of the handlers that ran, packed. Only results still needed are kept: that of the last handler, and that
 * of the one before it if it became `ctx.prev`.
 */
export const runChain = (call: CallHandler, message: readonly string[]): string => {
  const { first, context, followers } = readCall(message);
  const outcomes = [call(...first, ...context)];
  for (const [moduleId, handler, now, entropy, link, after] of followers) {
    const next = contextAfter(outcomes.at(-1), { fixed: context[0], link, after });
    if (next === undefined) break;
    const passed = outcomes.length - (link === 'prev' ? 1 : 0);
    for (let old = 0; old < passed; old += 1) outcomes[old] = without(outcomes[old] ?? '', resultPlace, stashPlace);
    const outcome = call(moduleId, handler, now, entropy, ...next);
    const isLast = link !== 'prev'; // nobody reads its stash
    outcomes.push(outcome && isLast ? without(outcome, stashPlace) : outcome);
  }
  // Empty if the handler ran without an outcome; missing if it did not run.
  return pack(outcomes.map((outcome) => outcome ?? ''));
};

// Places in an outcome: see `packOutcome`.
const resultPlace = 0;
const stashPlace = 4;

/** An outcome without the members that nobody reads any more: a result or stash may be as long as the field's value. */
const without = (outcome: string, ...places: readonly number[]): string =>
  pack(unpack(outcome).map((member, at) => (places.includes(at) ? undefined : member)));
