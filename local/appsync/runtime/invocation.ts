import type { Members } from './contextObject';
import type { Locate } from './locate';
import { createRandom, type Random } from './random/createRandom';

/** What one run of a handler may see of the world, and what it leaves behind besides its result. */
export interface Invocation {
  /** Milliseconds since 1970, the same for the whole run. */
  readonly now: number;
  readonly random: Random;
  readonly locate: Locate;
  /** Of its `ctx`. */
  readonly members: Members;
  readonly logs: string[];
  /** Of `util.appendError`. */
  readonly errors: unknown[];
  /** Of `extensions` and `util.http`, by the name of the function. */
  readonly effects: Record<string, unknown>;
}

/** The run that is under way; the realm runs one at a time. */
export interface Session {
  readonly current: Invocation;
}

interface Beginning extends Pick<Invocation, 'now' | 'locate' | 'members'> {
  /** What `random` is drawn from. */
  readonly entropy: string;
}

export const createInvocation = ({ entropy, ...given }: Beginning): Invocation => ({
  ...given,
  random: createRandom(entropy),
  logs: [],
  errors: [],
  effects: {},
});
