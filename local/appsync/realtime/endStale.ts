import type { LiveApi } from '../assembleApi';
import type { Registry } from './createRegistry';

/** Ends the subscriptions that a changed API would no longer take: their field is gone, or what they select of it. */
export const endStale = (registry: Registry, api: LiveApi): void => {
  for (const subscriber of registry.all()) {
    const { errors } = api.prepare(subscriber.query);
    if (errors.length > 0) subscriber.refuse(errors.map(({ message }) => ({ message })));
  }
};
