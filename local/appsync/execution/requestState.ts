import type { GraphQLResolveInfo } from 'graphql';
import type { Caller } from '../auth/caller';
import type { JsonObject } from '../../json';
import type { SourceBatch } from '../sources/source';
import type { Deadline } from './createDeadline';
import type { WireError } from './wireError';

/** The state that the fields of one request share. */
export interface RequestState {
  readonly caller: Caller;
  /** JSON, serialized once per request: `ctx.identity`, `ctx.request` and `ctx.info.variables`. */
  readonly identity: string;
  readonly request: string;
  readonly variables: string;
  /** Whether some field of the operation is nested more deeply than the limit allows. */
  readonly isTooDeep: boolean;
  readonly deadline: Deadline;
  /** How many resolvers have been started. */
  resolversStarted: number;
  /** By field and step: the batch of runs that a source may answer together. */
  readonly batches: Map<string, SourceBatch>;
  /** The errors of `util.appendError`. */
  readonly appended: WireError[];
  /** The response headers that resolvers add. */
  readonly headers: Record<string, string>;
  /** The arguments of `extensions.invalidateSubscriptions`, as JSON. */
  readonly invalidations: Set<string>;
  /** Filled in while a subscription starts. */
  readonly subscription: SubscriptionStart;
}

/** What is known of a subscription once its field's resolver has run. */
export interface SubscriptionStart {
  info?: GraphQLResolveInfo;
  args?: JsonObject;
  /** The arguments of `setSubscriptionFilter` and `setSubscriptionInvalidationFilter`. */
  filter?: unknown;
  invalidationFilter?: unknown;
}
