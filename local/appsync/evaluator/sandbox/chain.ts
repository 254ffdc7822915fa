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
    for (let old = 0; old < passed; old += 1) outcomes[old] = reportOf(outcomes[old]);
    const outcome = call(id, name, time, random, ...context);
    outcomes.push(link === 'prev' ? outcome : withoutStash(outcome));
  }
  // One that gave nothing is told from one that did not run.
  return pack(outcomes.map((outcome) => outcome ?? ''));
};

const OWN_PARTS = 9;
const FOLLOWER_PARTS = 6;

/** Of a handler that ends the field: nobody asks for what it leaves in the stash, which may be as long as the field's value. */
const withoutStash = (outcome: string | undefined): string | undefined => {
  if (outcome === undefined) return undefined;
  const [result, skipTo, error, logs, , outErrors, effects] = unpack(outcome);
  return pack([result, skipTo, error, logs, undefined, outErrors, effects]);
};

/** What a handler said besides its result and its stash. */
const reportOf = (outcome = ''): string => {
  const [, skipTo, error, logs, , outErrors, effects] = unpack(outcome);
  return pack([undefined, skipTo, error, logs, undefined, outErrors, effects]);
};
