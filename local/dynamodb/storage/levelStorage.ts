import type { AbstractBatchOperation, AbstractLevel } from 'abstract-level';
import type { Storage, Writes } from './storage';

type Level = AbstractLevel<string | Buffer | Uint8Array, string, string>;
type Operation = AbstractBatchOperation<Level, string, string>;

/** Makes a Storage of an open LevelDB; `apply` writes a batch, as durably as that database can. */
export const levelStorage = (level: Level, apply: (operations: Operation[]) => Promise<void>): Storage => ({
  get: (key) => level.getSync(key),
  read: (range) => {
    const iterator = level.iterator({ ...range, ...fetching });
    return { next: (count) => iterator.nextv(count), close: () => iterator.close() };
  },
  write: (writes) => apply(operationsOf(writes)),
  close: () => level.close(),
});

/** How many bytes a disk iterator may fetch at a time: a DynamoDB page. */
const fetching = { highWaterMarkBytes: 1024 * 1024 };

const operationsOf = (writes: Writes): Operation[] =>
  Array.from(writes, ([key, value]) => (value === undefined ? { type: 'del', key } : { type: 'put', key, value }));
