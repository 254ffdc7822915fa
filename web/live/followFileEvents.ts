import { generateClient } from 'aws-amplify/api';
import { Hub } from 'aws-amplify/utils';
import { OnMyFileEvent } from '../../schema/generated/amplify';
import type { OnMyFileEventSubscription } from '../../schema/generated/documents';

export type FileEvent = NonNullable<OnMyFileEventSubscription['onMyFileEvent']>;

export interface Follower {
  readonly onEvent: (event: FileEvent) => void;
  /** Events flow, for the first time or again after a gap; those from before are never delivered. */
  readonly onGap: () => void;
}

const firstWaitMilliseconds = 1_000;
const longestWaitMilliseconds = 60_000;

/**
 * Subscribes to the events of the user's files; returns a function that unsubscribes. Amplify itself reconnects after a
 * network loss. When the API ends a subscription, as it does when the token expires, Amplify ends it too: a new one is
 * then started here, with the current token, and with growing delays while that fails.
 */
export const followFileEvents = ({ onEvent, onGap }: Follower): (() => void) => {
  const state = { isGap: true, waitMilliseconds: firstWaitMilliseconds, end: (): void => undefined };
  const begin = (): void => {
    const subscription = generateClient()
      .graphql({ query: OnMyFileEvent })
      .subscribe({ next: ({ data }) => data.onMyFileEvent && onEvent(data.onMyFileEvent), error: beginLater });
    state.end = () => subscription.unsubscribe();
  };
  const beginLater = (): void => {
    state.isGap = true;
    const timer = setTimeout(begin, state.waitMilliseconds * (0.5 + Math.random() / 2));
    state.end = () => clearTimeout(timer);
    state.waitMilliseconds = Math.min(longestWaitMilliseconds, state.waitMilliseconds * 2);
  };
  const stopListening = Hub.listen('api', ({ payload }) => {
    state.isGap ||= isLost(payload.data);
    if (payload.event !== 'Subscription ack') return; // Amplify's event for a subscription that has (re)started
    if (state.isGap) onGap();
    state.isGap = false;
    state.waitMilliseconds = firstWaitMilliseconds;
  });
  begin();
  return () => {
    stopListening();
    state.end();
  };
};

/** Whether Amplify's Hub says that the connection was lost. */
const isLost = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  String(Reflect.get(data, 'connectionState')).startsWith('ConnectionDisrupted');
