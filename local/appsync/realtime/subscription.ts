import type { Caller } from '../auth/caller';
import type { PreparedDocument, PreparedOperation } from '../documents/prepareDocument';
import type { JsonObject } from '../ports';
import type { Matcher } from './filters/createMatcher';

/** What a subscription asks for, once it has been checked and its resolver has run. */
export interface Subscription {
  /** The field of the type Subscription. */
  readonly field: string;
  readonly caller: Caller;
  readonly query: string;
  readonly prepared: PreparedDocument;
  readonly operation: PreparedOperation;
  readonly variables: JsonObject;
  /** Equal for subscriptions that get the same text of the same event. */
  readonly selection: string;
  readonly accepts: Matcher;
  /** Whether a payload of `extensions.invalidateSubscriptions` ends it; absent: none does. */
  readonly isInvalidatedBy?: Matcher;
}

/** A subscription of a client that is connected. */
export interface Subscriber extends Subscription {
  readonly deliver: (payload: string) => void;
  /** Ends it by `extensions.invalidateSubscriptions`. */
  readonly invalidate: () => void;
  /** Ends it since the API has changed. */
  readonly refuse: (errors: readonly { readonly message: string }[]) => void;
}
