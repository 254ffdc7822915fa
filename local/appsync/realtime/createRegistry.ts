import type { Subscriber } from './subscription';

/** The subscribers, by field. */
export interface Registry {
  readonly add: (subscriber: Subscriber) => void;
  readonly remove: (subscriber: Subscriber) => void;
  /** The subscribers of a field; the registry may change during the iteration. */
  readonly of: (field: string) => Iterable<Subscriber>;
  readonly has: (field: string) => boolean;
  readonly all: () => readonly Subscriber[];
}

export const createRegistry = (): Registry => {
  const byField = new Map<string, Set<Subscriber>>();
  return {
    add: (subscriber) => {
      const known = byField.get(subscriber.field);
      if (known) known.add(subscriber);
      else byField.set(subscriber.field, new Set([subscriber]));
    },
    remove: (subscriber) => {
      const known = byField.get(subscriber.field);
      known?.delete(subscriber);
      if (known?.size === 0) byField.delete(subscriber.field);
    },
    of: (field) => byField.get(field) ?? [],
    has: (field) => byField.has(field),
    all: () => [...byField.values()].flatMap((subscribers) => [...subscribers]),
  };
};
