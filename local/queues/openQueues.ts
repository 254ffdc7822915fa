import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { Clock } from '../clock';
import { place } from '../place';
import type { Principals } from '../signatures/principal';
import { QueueNotFound } from './errors';
import { createListener } from './http/createListener';
import { openQueue, type Queue, type QueueDescription } from './openQueue';
import { memoryStore, openFolderStore } from './store/messageStore';

export interface QueuesOptions {
  /** Where messages are kept; absent: in memory. */
  readonly directory?: string;
  readonly queues: readonly QueueDescription[];
  /** The origin for queue URLs; called whenever one is requested. */
  readonly origin: () => string;
  readonly clock: Clock;
  /** Who may call the listener; absent: any signer, with any key. */
  readonly principals?: Principals;
  readonly log: (line: string) => void;
}

/** The twin's SQS: standard queues. */
export interface OpenQueues {
  /** Puts a message into a queue; resolves once it is durable. */
  readonly send: (queue: string, body: string) => Promise<void>;
  /** Answers the AWS SDK and CLI. */
  readonly listener: RequestListener;
  readonly close: () => Promise<void>;
}

/** The URL of a queue: the account, then the name, as SQS spells it. */
export const queueUrl = (origin: string, name: string): string => `${origin}/${place.accountId}/${name}`;

/** Opens the queues with their stored messages. */
export const openQueues = async (options: QueuesOptions): Promise<OpenQueues> => {
  const { directory, queues, origin, clock, principals, log } = options;
  const opened = new Map<string, Queue>();
  for (const description of queues) {
    const store = directory === undefined ? memoryStore : await openFolderStore(join(directory, description.name));
    opened.set(description.name, await openQueue(description, { store, clock }));
  }
  const closing = new AbortController();
  const findQueue = (name: string): Queue => {
    const queue = opened.get(name);
    if (queue === undefined) throw new QueueNotFound();
    return queue;
  };
  const urlOf = ({ description }: Queue): string => queueUrl(origin(), description.name);
  return {
    send: async (name, body) => {
      await findQueue(name).send(body);
    },
    listener: createListener({ findQueue, urlOf, clock, principals, log, signal: closing.signal }),
    close: async () => closing.abort(),
  };
};
