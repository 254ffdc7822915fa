import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { MessageStore, StoredMessage } from './store/messageStore';

/** A queue's configuration. */
export interface QueueDescription {
  readonly name: string;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
}

/** A message in its queue. */
export interface Message extends StoredMessage {
  /** Milliseconds since 1970. */
  visibleAt: number;
  firstReceivedAt: number | undefined;
  receiveCount: number;
  /** Which of the queue's servers holds it. */
  readonly server: number;
}

/** What a receiver requests. */
export interface Reception {
  /** At most this many messages. */
  readonly count: number;
  readonly hiddenSeconds: number;
  /** Whether to ask only some of the servers, as a request without a wait time does. */
  readonly isShort: boolean;
}

/** A standard queue: at-least-once delivery, in no guaranteed order. */
export interface Queue {
  readonly description: QueueDescription;
  readonly createdAt: number;
  readonly send: (body: string, delaySeconds?: number) => Promise<StoredMessage>;
  /** Receives visible messages and hides them for a while. */
  readonly receive: (reception: Reception) => Promise<Message[]>;
  readonly find: (id: string) => Message | undefined;
  readonly remove: (message: Message) => Promise<void>;
  readonly messages: () => Message[];
  /** Resolves when another message may be visible, after a second at the latest, or when the signal aborts. */
  readonly news: (signal: AbortSignal) => Promise<void>;
}

interface Tools {
  readonly store: MessageStore;
  readonly clock: Clock;
}

/**
 * The number of servers that hold a queue's messages. Short polls skip one of them in turn: SQS asks only a sample, so
 * with few messages a short poll may find none, and a client that then takes the queue for empty leaves messages
 * behind.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html
 */
const servers = 3;

/** Opens a queue with its stored messages; those that were hidden are visible again. */
export const openQueue = async (description: QueueDescription, { store, clock }: Tools): Promise<Queue> => {
  const messages = new Map<string, Message>();
  const waiting = new Set<() => void>();
  const turns = { arrivals: 0, polls: 0 };
  const hold = (stored: StoredMessage, visibleAt: number): void => {
    const server = turns.arrivals++ % servers;
    messages.set(stored.id, { ...stored, visibleAt, firstReceivedAt: undefined, receiveCount: 0, server });
  };
  for (const stored of await store.load()) hold(stored, 0);

  const remove = async (message: Message): Promise<void> => {
    messages.delete(message.id);
    await store.remove(message);
  };
  const dropOld = async (): Promise<void> => {
    const oldest = clock() - description.retentionSeconds * 1000;
    for (const message of messages.values()) if (message.sentAt < oldest) await remove(message);
  };

  return {
    description,
    createdAt: clock(),
    send: async (body, delaySeconds = 0) => {
      const stored = { id: randomUUID(), body, sentAt: clock() };
      await store.put(stored);
      hold(stored, stored.sentAt + delaySeconds * 1000);
      waiting.forEach((wake) => wake());
      return stored;
    },
    receive: async ({ count, hiddenSeconds, isShort }) => {
      await dropOld();
      const now = clock();
      const leftOut = isShort ? turns.polls++ % servers : undefined;
      const visible = [...messages.values()]
        .filter(({ visibleAt, server }) => visibleAt <= now && server !== leftOut)
        .slice(0, count);
      for (const message of visible) {
        message.visibleAt = now + hiddenSeconds * 1000;
        message.firstReceivedAt ??= now;
        message.receiveCount += 1;
      }
      return visible;
    },
    find: (id) => messages.get(id),
    remove,
    messages: () => [...messages.values()],
    news: (signal) =>
      new Promise((resolve) => {
        const next = Math.min(...[...messages.values()].map(({ visibleAt }) => visibleAt - clock()));
        const timer = setTimeout(() => wake(), Math.max(1, Math.min(next, 1_000)));
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        waiting.add(wake);
        signal.addEventListener('abort', wake);
      }),
  };
};
