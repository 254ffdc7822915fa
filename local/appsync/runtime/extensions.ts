import type { Session } from './invocation';

/** `extensions`: each call is recorded as an effect of the run. https://docs.aws.amazon.com/appsync/latest/devguide/extensions-js.html */
export const createExtensions = (session: Session) => ({
  evictFromApiCache: (typeName: unknown, fieldName: unknown, keyValuePair: unknown): void =>
    append(session, 'evictFromApiCache', { typeName, fieldName, keyValuePair }),
  invalidateSubscriptions: (subscription: unknown): void => append(session, 'invalidateSubscriptions', subscription),
  setSubscriptionFilter: (filter: unknown): void => {
    session.current.effects.setSubscriptionFilter = filter;
  },
  setSubscriptionInvalidationFilter: (filter: unknown): void => {
    session.current.effects.setSubscriptionInvalidationFilter = filter;
  },
});

const append = ({ current: { effects } }: Session, name: string, value: unknown): void => {
  const before = effects[name];
  effects[name] = [...(Array.isArray(before) ? before : []), value];
};
