import type { LiveApi } from '../assembleApi';
import type { PreparedDocument, PreparedOperation } from '../documents/createPreparer';
import { fragmentsOf } from '../documents/fragmentsOf';
import { fieldsOf } from '../execution/selectedData';
import { isJsonObject } from '../../json';
import { parseJson } from '../json';
import type { Registry } from './createRegistry';
import { deliver } from './delivery/deliver';

/** A mutation whose response is ready. */
export interface Mutation {
  readonly api: LiveApi;
  readonly prepared: PreparedDocument;
  readonly operation: PreparedOperation;
  /** The response's `data`. */
  readonly data: unknown;
  /** The arguments of `extensions.invalidateSubscriptions`, as JSON. */
  readonly invalidations: ReadonlySet<string>;
}

/**
 * Publishes a mutation's result to its subscribers, after ending the subscriptions that it invalidates. AppSync was
 * observed not to resolve aliases: an aliased mutation publishes nothing, and an aliased field in a result is missing.
 * https://github.com/dillonkearns/elm-graphql/issues/106, https://github.com/aws/aws-appsync-community/issues/160
 */
export type Announce = (mutation: Mutation) => void;

export const createAnnouncer =
  (registry: Registry, log: (line: string) => void): Announce =>
  (mutation) => {
    for (const text of mutation.invalidations) invalidate(registry, parseJson(text));
    const { api, operation, prepared, data } = mutation;
    if (!isJsonObject(data)) return;
    const fields = fieldsOf(operation.node.selectionSet, fragmentsOf(prepared.document));
    // A field selected in several places is listed several times, but ran once.
    for (const name of new Set(fields.flatMap((field) => (field.alias ? [] : field.name.value)))) {
      const value = data[name];
      // A mutation that failed or returned null is no event.
      if (value === null || value === undefined) continue;
      const links = (api.links.get(name) ?? []).filter(registry.has);
      for (const field of links) deliver({ api, field, value }, registry.of(field), log);
    }
  };

const invalidate = (registry: Registry, invalidation: unknown): void => {
  const { subscriptionField, payload } = isJsonObject(invalidation) ? invalidation : {};
  if (typeof subscriptionField !== 'string') return;
  for (const subscriber of registry.of(subscriptionField)) {
    if (subscriber.isInvalidatedBy?.(payload)) subscriber.invalidate();
  }
};
