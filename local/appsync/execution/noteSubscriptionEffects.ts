import type { GraphQLResolveInfo } from 'graphql';
import { FieldFailure } from '../errors';
import { parseJson } from '../json';
import type { HandlerName } from '../ports';
import type { RequestState } from './requestState';

/** "You can only use at most five unique `invalidateSubscriptions` method calls in any single request." */
const maxInvalidations = 5;

/**
 * Records what the resolver of a subscription or a mutation asks of the real-time endpoint through `extensions`, which
 * only response handlers may use. https://docs.aws.amazon.com/appsync/latest/devguide/extensions-js.html
 *
 * A filter that is set elsewhere is refused: ignoring it would open the subscription to everybody's events.
 */
export const noteSubscriptionEffects = (
  effects: Readonly<Record<string, string>>,
  handler: HandlerName,
  { operation: { operation }, path }: GraphQLResolveInfo,
  { subscription, invalidations }: RequestState,
): void => {
  const { setSubscriptionFilter, setSubscriptionInvalidationFilter, invalidateSubscriptions } = effects;
  const isInPlace = handler === 'response' && path.prev === undefined;
  if (setSubscriptionFilter !== undefined || setSubscriptionInvalidationFilter !== undefined) {
    if (!isInPlace || operation !== 'subscription') throw misplaced('setSubscription…Filter', 'a subscription');
    subscription.filter = parseJson(setSubscriptionFilter) ?? subscription.filter;
    subscription.invalidationFilter = parseJson(setSubscriptionInvalidationFilter) ?? subscription.invalidationFilter;
  }
  if (invalidateSubscriptions !== undefined) {
    if (!isInPlace || operation !== 'mutation') throw misplaced('invalidateSubscriptions', 'a mutation');
    for (const text of textsOf(invalidateSubscriptions)) invalidations.add(text);
    if (invalidations.size > maxInvalidations) {
      throw new FieldFailure(`A request can invalidate subscriptions at most ${maxInvalidations} times.`, {
        type: 'Code',
      });
    }
  }
};

const textsOf = (list: string): readonly string[] => {
  const values = parseJson(list);
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)) : [];
};

const misplaced = (name: string, owner: string) =>
  new FieldFailure(`extensions.${name} can only be used in the response handler of ${owner}'s resolver.`, {
    type: 'Code',
  });
