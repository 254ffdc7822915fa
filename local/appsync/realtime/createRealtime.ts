import type { LiveApi } from '../assembleApi';
import type { Authenticate } from '../auth/authenticate';
import type { ApiOptions } from '../options';
import { type Announce, createAnnouncer } from './createAnnouncer';
import { createEndpoint, type Endpoint } from './createEndpoint';
import { createRegistry } from './createRegistry';
import { endStale } from './endStale';
import { startSubscription } from './startSubscription';
import { systemTimers } from './timers';

interface RealtimeOptions extends Pick<ApiOptions, 'limits' | 'clock' | 'timers' | 'allowedOrigins'> {
  readonly authenticate: Authenticate;
  readonly api: () => LiveApi;
  readonly log: (line: string) => void;
}

/** AppSync's real-time endpoint: its connections and subscriptions, and the delivery of events. */
export interface Realtime extends Endpoint {
  readonly announce: Announce;
  /** Ends the subscriptions that the API no longer accepts; connections stay open. */
  readonly review: () => void;
}

export const createRealtime = (options: RealtimeOptions): Realtime => {
  const { api, log, timers = systemTimers } = options;
  const registry = createRegistry();
  const endpoint = createEndpoint({
    ...options,
    registry,
    timers,
    start: (start) => startSubscription(start, options),
  });
  return { ...endpoint, announce: createAnnouncer(registry, log), review: () => endStale(registry, api()) };
};
