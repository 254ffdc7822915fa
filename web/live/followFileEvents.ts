import { generateClient } from 'aws-amplify/api';
import { Hub } from 'aws-amplify/utils';
import { OnMyFileEvent } from '../../schema/generated/amplify';
import type { OnMyFileEventSubscription } from '../../schema/generated/documents';

export type FileEvent = NonNullable<OnMyFileEventSubscription['onMyFileEvent']>;

export interface Follower {
  readonly onEvent: (event: FileEvent) => void;
  /** Events flow again: nobody tells those that came meanwhile. */
  readonly onGap: () => void;
}

const firstWaitMilliseconds = 1_000;
const longestWaitMilliseconds = 60_000;

/**
 * Follows what happens to the person's files; gives what ends that. Amplify connects again by itself when the network was
 * lost. A subscription that the API ends, as it does when the token expires, Amplify ends too: here another one begins,
 * with the token of that moment, later and later while it fails.
 */
export const followFileEvents = ({ onEvent, onGap }: Follower): (() => void) => {
  const state = { isGap: false, waitMilliseconds: firstWaitMilliseconds, end: (): void => undefined };
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
    if (payload.event !== 'Subscription ack') return; // Amplify's word for one that has started, or started again
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
