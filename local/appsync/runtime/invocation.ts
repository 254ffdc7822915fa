import type { ContextMembers } from './contextObject';
import type { Locate } from './locate';
import { createRandom, type Random } from './random/createRandom';

/** The inputs of one run of a handler, and its outputs besides the result. */
export interface Invocation {
  /** Milliseconds since 1970, the same for the whole run. */
  readonly now: number;
  readonly random: Random;
  readonly locate: Locate;
  /** The members of its `ctx`. */
  readonly members: ContextMembers;
  readonly logs: string[];
  /** Errors appended by `util.appendError`, and by `util.http` for ignored headers. */
  readonly errors: unknown[];
  /** Effects of `extensions`, by function name, and of `util.http`, as `responseHeaders`. */
  readonly effects: Record<string, unknown>;
}

/** Holds the current run; a realm runs one handler at a time. */
export interface Session {
  readonly current: Invocation;
}

interface Beginning extends Pick<Invocation, 'now' | 'locate' | 'members'> {
  /** The seed of `random`. */
  readonly entropy: string;
}

export const createInvocation = ({ entropy, now, locate, members }: Beginning): Invocation => ({
  now,
  locate,
  members,
  random: createRandom(entropy),
  logs: [],
  errors: [],
  effects: {},
});
