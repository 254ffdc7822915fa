import type { LiveApi } from '../assembleApi';
import type { PreparedDocument, PreparedOperation } from '../documents/prepareDocument';
import { fieldsOf } from '../execution/selectedData';
import { isJsonObject, parseJson } from '../json';
import type { Registry } from './createRegistry';
import { deliver } from './delivery/deliver';
import { fragmentsOf, publishedValue, responseKey } from './delivery/publishedValue';

/** A mutation that has been answered. */
export interface Mutation {
  readonly api: LiveApi;
  readonly prepared: PreparedDocument;
  readonly operation: PreparedOperation;
  /** The answer's `data`. */
  readonly data: unknown;
  /** What `extensions.invalidateSubscriptions` was given, JSON texts. */
  readonly invalidations: ReadonlySet<string>;
}

/** Tells the subscribers of a mutation what it gave, after ending the subscriptions that it invalidates. */
export type Announce = (mutation: Mutation) => void;

export const createAnnouncer =
  (registry: Registry, log: (line: string) => void): Announce =>
  (mutation) => {
    for (const text of mutation.invalidations) invalidate(registry, parseJson(text));
    const { api, operation, prepared, data } = mutation;
    if (!isJsonObject(data)) return;
    const fragments = fragmentsOf(prepared);
    for (const node of fieldsOf(operation.node.selectionSet, fragments)) {
      const value = data[responseKey(node)];
      const fields = (api.links.get(node.name.value) ?? []).filter(registry.has);
      // What failed, or gave nothing, is no event.
      if (value === null || value === undefined || fields.length === 0) continue;
      const published = publishedValue(value, [node], fragments);
      for (const field of fields) deliver({ api, field, value: published }, registry.of(field), log);
    }
  };

const invalidate = (registry: Registry, invalidation: unknown): void => {
  const { subscriptionField, payload } = isJsonObject(invalidation) ? invalidation : {};
  if (typeof subscriptionField !== 'string') return;
  for (const subscriber of registry.of(subscriptionField)) {
    if (subscriber.isInvalidatedBy?.(payload)) subscriber.invalidate();
  }
};
