import { pack, unpack } from '../../pack';
import type { RunInRealm } from './realm';
import { contextAfter } from './contextAfter';

/** Runs a module's handler in its realm; undefined when that gave nothing. */
export type CallHandler = (moduleId: string, ...args: Parameters<RunInRealm>) => string | undefined;

/**
 * Runs a handler and those that follow it, each only when the one before ended the way it waits for. Gives the outcomes
 * of those that ran, packed. Of their results only those are left that somebody may still ask for: the last one, and the
 * one before it when that is what `ctx.prev` holds.
 */
export const runChain = (call: CallHandler, parts: readonly string[]): string => {
  const [moduleId = '', handler = '', now = '', entropy = '', fixed = '', stash = '', ...given] = parts;
  const [prev = '', result = '', error = ''] = given;
  const outcomes = [call(moduleId, handler, now, entropy, fixed, stash, prev, result, error)];
  for (let at = OWN_PARTS; at < parts.length; at += FOLLOWER_PARTS) {
    const [id = '', name = '', time = '', random = '', link = '', after = ''] = parts.slice(at, at + FOLLOWER_PARTS);
    const context = contextAfter(outcomes.at(-1), { fixed, link, after });
    if (context === undefined) break;
    const passed = outcomes.length - (link === 'prev' ? 1 : 0);
    for (let old = 0; old < passed; old += 1) outcomes[old] = without(outcomes[old] ?? '', RESULT, STASH);
    const outcome = call(id, name, time, random, ...context);
    const isLast = link !== 'prev'; // what it leaves in the stash is for nobody
    outcomes.push(outcome && isLast ? without(outcome, STASH) : outcome);
  }
  // One that gave nothing is told from one that did not run.
  return pack(outcomes.map((outcome) => outcome ?? ''));
};

const OWN_PARTS = 9;
const FOLLOWER_PARTS = 6;

// Places in an outcome: see `packOutcome`.
const RESULT = 0;
const STASH = 4;

/** An outcome without what nobody asks for any more: a result and a stash may be as long as the field's value. */
const without = (outcome: string, ...places: readonly number[]): string =>
  pack(unpack(outcome).map((member, at) => (places.includes(at) ? undefined : member)));
