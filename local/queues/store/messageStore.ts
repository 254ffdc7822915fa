import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory } from '../../disk/syncDirectory';
import { writeDurably } from '../../disk/writeDurably';

/** A message as stored. */
export interface StoredMessage {
  readonly id: string;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
}

/** Stores the messages of one queue. `put` and `remove` are durable once they resolve. */
export interface MessageStore {
  /** All messages, the oldest first. */
  readonly load: () => Promise<StoredMessage[]>;
  readonly put: (message: StoredMessage) => Promise<void>;
  readonly remove: (message: StoredMessage) => Promise<void>;
}

/** Stores nothing: the messages live only in the open queue. */
export const memoryStore: MessageStore = {
  load: async () => [],
  put: async () => undefined,
  remove: async () => undefined,
};

/** One JSON file per message: few wait here, and people may want to read them. */
export const openFolderStore = async (directory: string): Promise<MessageStore> => {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return {
    load: async () => {
      const names = (await readdir(directory)).filter((name) => name.endsWith('.json')).sort();
      return Promise.all(names.map(async (name) => readMessage(await readFile(join(directory, name), 'utf8'))));
    },
    put: (message) => writeDurably(join(directory, fileOf(message)), JSON.stringify(message)),
    remove: async (message) => {
      await rm(join(directory, fileOf(message)), { force: true });
      await syncDirectory(directory);
    },
  };
};

const fileOf = ({ sentAt, id }: StoredMessage): string => `${String(sentAt).padStart(16, '0')}-${id}.json`;

const readMessage = (text: string): StoredMessage => {
  const value: unknown = JSON.parse(text);
  if (!isMessage(value)) throw new TypeError('a stored message is none');
  return value;
};

const isMessage = (value: unknown): value is StoredMessage =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'body' in value &&
  typeof value.body === 'string' &&
  'sentAt' in value &&
  typeof value.sentAt === 'number';
