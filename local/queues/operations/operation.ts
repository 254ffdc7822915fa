import type { Clock } from '../../clock';
import type { Queue } from '../openQueue';
import type { JsonObject } from './input';

/** What an operation works with. */
export interface QueueTools {
  readonly findQueue: (name: string) => Queue;
  readonly urlOf: (queue: Queue) => string;
  readonly clock: Clock;
  /** Aborts when the client is gone or the queues are closed. */
  readonly signal: AbortSignal;
}

/** An operation over an input, which is an object. Rejects with a QueueError. */
export type Operation = (input: JsonObject, tools: QueueTools) => Promise<JsonObject> | JsonObject;
