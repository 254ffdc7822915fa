import type { Clock } from '../../clock';
import type { Queue } from '../openQueue';
import type { JsonObject } from '../../json';

/** What an operation needs. */
export interface QueueTools {
  readonly findQueue: (name: string) => Queue;
  readonly urlOf: (queue: Queue) => string;
  readonly clock: Clock;
  /** Aborts when the client disconnects or the queues close. */
  readonly signal: AbortSignal;
}

/** An SQS operation. Throws or rejects with a QueueError. */
export type Operation = (input: JsonObject, tools: QueueTools) => Promise<JsonObject> | JsonObject;
