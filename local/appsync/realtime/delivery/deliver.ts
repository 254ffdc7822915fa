import type { LiveApi } from '../../assembleApi';
import { describeFieldError } from '../../execution/describeFieldError';
import { writeBody } from '../../execution/executeRequest';
import type { Subscriber, Subscription } from '../subscription';
import type { DeliveryState } from './createDelivery';

/** A mutation's result, as the event of one field of the type Subscription. */
export interface Event {
  readonly api: LiveApi;
  readonly field: string;
  readonly value: unknown;
}

/** "Subscription payload size: 240 KB". https://docs.aws.amazon.com/general/latest/gr/appsync.html */
export const payloadLimitBytes = 240 * 1024;

/**
 * Delivers an event to the subscribers that accept it; those with the same selection share one serialized payload. A
 * payload that is too large is dropped, as AppSync does; only the log mentions it.
 */
export const deliver = (event: Event, subscribers: Iterable<Subscriber>, log: (line: string) => void): void => {
  const payloads = new Map<string, string | undefined>();
  for (const subscriber of subscribers) {
    const { selection } = subscriber;
    if (!subscriber.accepts(event.value)) continue;
    if (!payloads.has(selection)) payloads.set(selection, payloadOf(event, subscriber, log));
    const payload = payloads.get(selection);
    if (payload !== undefined) subscriber.deliver(payload);
  }
};

const payloadOf = (event: Event, subscription: Subscription, log: (line: string) => void): string | undefined => {
  const text = select(event, subscription, log);
  if (Buffer.byteLength(text) <= payloadLimitBytes) return text;
  log(`AppSync: an event of ${event.field} is larger than ${payloadLimitBytes} bytes and was not delivered.`);
  return undefined;
};

const select = (event: Event, subscription: Subscription, log: (line: string) => void): string => {
  const { api, field, value } = event;
  const { prepared, operation, variables, caller } = subscription;
  const context: DeliveryState = { caller };
  const { schema, execute } = api.delivery();
  const result = execute({
    document: prepared.document,
    operation: operation.node,
    rootValue: { [field]: value },
    variables,
    context,
  });
  // No field of the delivery schema is asynchronous.
  if ('then' in result) throw new TypeError('An event cannot be waited for.');
  const errors = (result.errors ?? []).map((error) => describeFieldError(schema, error, log));
  return writeBody(result.data ?? null, errors);
};
