import { describe, expect, it } from 'vitest';
import { createGroupCommit } from '../../../../local/dynamodb/storage/groupCommit';
import type { Storage, Writes } from '../../../../local/dynamodb/storage/storage';

/** A storage whose writes complete when the test says so. */
const heldStorage = () => {
  const entries = new Map<string, string>();
  const writes: { keys: string[]; finish: () => void; fail: (error: Error) => void }[] = [];
  const storage: Storage = {
    get: (key) => entries.get(key),
    read: () => ({ next: async () => [], close: async () => undefined }),
    close: async () => undefined,
    write: (batch: Writes) =>
      new Promise((resolve, reject) => {
        const finish = () => {
          for (const [key, text] of batch) if (text !== undefined) entries.set(key, text);
          resolve();
        };
        writes.push({ keys: [...batch.keys()], finish, fail: reject });
      }),
  };
  return { storage, writes };
};

const listeners = () => {
  const durable: string[] = [];
  const failures: unknown[] = [];
  return {
    durable,
    failures,
    onDurable: (writes: Writes) => void durable.push(...writes.keys()),
    onFailure: (error: unknown) => void failures.push(error),
  };
};

const one = (key: string): Writes => new Map([[key, `text of ${key}`]]);

/** Lets everything run that waits only for promises. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the group commit', () => {
  it('lets what arrives during a write share the next one', async () => {
    const { storage, writes } = heldStorage();
    const commit = createGroupCommit(storage, listeners());

    const staged = ['a', 'b', 'c'].map((key) => commit.stage(one(key)));
    writes[0]?.finish();
    await staged[0];
    writes[1]?.finish();
    await Promise.all(staged);

    expect(writes.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c']]);
  });

  it('shows what is staged at once, but answers only when it is durable', async () => {
    const { storage, writes } = heldStorage();
    const heard = listeners();
    const commit = createGroupCommit(storage, heard);
    const answered: string[] = [];

    const writing = commit.stage(one('a')).then(() => void answered.push('a'));
    const waiting = commit.settled().then(() => void answered.push('settled'));
    await settle();

    expect(commit.get('a')).toBe('text of a');
    expect(commit.isStaged('a')).toBe(true);
    expect(storage.get('a')).toBeUndefined();
    expect(answered).toEqual([]);
    writes[0]?.finish();
    await Promise.all([writing, waiting]);
    expect(commit.isStaged('a')).toBe(false);
    expect(heard.durable).toEqual(['a']);
  });

  it('fails what was written, what was judged by it, and all that comes after', async () => {
    const { storage, writes } = heldStorage();
    const heard = listeners();
    const commit = createGroupCommit(storage, heard);
    const full = new Error('no space left on device');

    const attempts = ['a', 'b'].map((key) => commit.stage(one(key)));
    writes[0]?.fail(full);
    const outcomes = await Promise.allSettled([...attempts, commit.stage(one('c')), commit.settled()]);

    const reasons = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : 'fulfilled'));
    expect(reasons).toEqual(Array.from({ length: 4 }, () => expect.objectContaining({ name: 'InternalServerError' })));
    expect(heard.failures).toEqual([full]);
    expect(writes).toHaveLength(1);
  });
});
