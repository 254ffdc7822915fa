import type { Caller } from '../auth/caller';
import type { PreparedDocument, PreparedOperation } from '../documents/createPreparer';
import type { JsonObject } from '../../json';
import type { Matcher } from './filters/createMatcher';

/** A subscription that has been validated and whose resolver has run. */
export interface Subscription {
  /** The field of the type Subscription. */
  readonly field: string;
  readonly caller: Caller;
  readonly query: string;
  readonly prepared: PreparedDocument;
  readonly operation: PreparedOperation;
  readonly variables: JsonObject;
  /** Equal for subscriptions that get the same payload of the same event: see `selectionKey`. */
  readonly selection: string;
  readonly accepts: Matcher;
  /** Whether a payload of `extensions.invalidateSubscriptions` ends it; absent: none does. */
  readonly isInvalidatedBy?: Matcher;
}

/** A subscription of a connected client. */
export interface Subscriber extends Subscription {
  readonly deliver: (payload: string) => void;
  /** Ends it because of `extensions.invalidateSubscriptions`. */
  readonly invalidate: () => void;
  /** Ends it because the API has changed. */
  readonly refuse: (errors: readonly { readonly message: string }[]) => void;
}
