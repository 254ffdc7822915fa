import type { GraphQLResolveInfo } from 'graphql';
import type { Caller } from '../auth/caller';
import type { JsonObject } from '../ports';
import type { SourceBatch } from '../sources/source';
import type { Deadline } from './createDeadline';
import type { WireError } from './wireError';

/** What the fields of one request share. */
export interface RequestState {
  readonly caller: Caller;
  /** JSON texts, made once a request: `ctx.identity`, `ctx.request` and `ctx.info.variables`. */
  readonly identity: string;
  readonly request: string;
  readonly variables: string;
  /** Whether some field of the operation lies deeper than the limit. */
  readonly isTooDeep: boolean;
  readonly deadline: Deadline;
  /** How many resolvers have been started. */
  resolversStarted: number;
  /** By field and step: the runs that a source may answer together. */
  readonly batches: Map<string, SourceBatch>;
  /** The errors of `util.appendError`. */
  readonly appended: WireError[];
  /** What resolvers add to the answer's headers. */
  readonly headers: Record<string, string>;
  /** What `extensions.invalidateSubscriptions` was given, JSON texts. */
  readonly invalidations: Set<string>;
  /** Of a subscription that starts. */
  readonly subscription: SubscriptionStart;
}

/** What is known of a subscription once its field's resolver has run. */
export interface SubscriptionStart {
  info?: GraphQLResolveInfo;
  args?: JsonObject;
  /** What the extensions of the same names were given. */
  filter?: unknown;
  invalidationFilter?: unknown;
}
