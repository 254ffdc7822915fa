import type { LiveApi } from '../assembleApi';
import type { Registry } from './createRegistry';

/** Ends the subscriptions that a reloaded API no longer accepts: their field, or part of their selection, is gone. */
export const endStale = (registry: Registry, api: LiveApi): void => {
  for (const subscriber of registry.all()) {
    const { errors } = api.prepare(subscriber.query);
    if (errors.length > 0) subscriber.refuse(errors.map(({ message }) => ({ message })));
  }
};
