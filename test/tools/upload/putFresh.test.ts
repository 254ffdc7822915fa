import { appendFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { putFresh } from '../../../tools/upload/putFresh';
import { busy, expired, hangUp, useStorage } from './useStorage';

type Storage = Awaited<ReturnType<typeof useStorage>>;

/** Sends bytes 3 to 6; returns what was requested and what was counted. */
const send = async (storage: Storage, signal = storage.sending.signal) => {
  const dropped = { count: 0 };
  const counted: number[] = [];
  const range = { file: storage.file, start: 3, size: 4, onSent: (bytes: number) => void counted.push(bytes) };
  await putFresh({ ...storage.sending, signal }, range, {
    target: async () => ({ url: `${storage.url}/${dropped.count + 1}`, headers: {} }),
    drop: () => void (dropped.count += 1),
  });
  return { counted };
};

describe('A PUT of a range', () => {
  it('sends exactly its bytes and says how many', async () => {
    await using storage = await useStorage([]);

    const { counted } = await send(storage);

    expect(storage.received).toEqual([{ url: '/1', contentLength: '4', body: '3456' }]);
    expect(counted).toEqual([0, 4]);
  });

  it.each([{ answer: busy }, { answer: hangUp }])('is tried again after $answer.status', async ({ answer }) => {
    await using storage = await useStorage([answer, answer]);

    const { counted } = await send(storage);

    expect(storage.received.map(({ url }) => url)).toEqual(['/1', '/1', '/1']);
    expect(counted).toEqual([0, 4, 0, 4, 0, 4]);
  });

  it('is sent to another URL when the first has expired', async () => {
    await using storage = await useStorage([expired]);

    await send(storage);

    expect(storage.received.map(({ url }) => url)).toEqual(['/1', '/2']);
  });

  it('ends when every URL has expired', async () => {
    await using storage = await useStorage(Array.from({ length: 5 }, () => expired));

    await expect(send(storage)).rejects.toMatchObject({ errorType: 'AccessDenied' });

    expect(storage.received).toHaveLength(5);
  });

  it('takes it for done when the bytes are there already', async () => {
    await using storage = await useStorage([{ status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' }]);

    await send(storage);

    expect(storage.received).toHaveLength(1);
  });

  it.each([
    {
      body: '<Error><Code>SignatureDoesNotMatch</Code><Message>No.</Message></Error>',
      errorType: 'SignatureDoesNotMatch',
    },
    { body: 'a proxy says no', errorType: 'HTTP 403' },
  ])('is refused with $errorType, once', async ({ body, errorType }) => {
    await using storage = await useStorage([{ status: 403, body }]);

    await expect(send(storage)).rejects.toMatchObject({ name: 'Refused', errorType });

    expect(storage.received).toHaveLength(1);
  });

  it('gives up when nobody answers for long', async () => {
    await using storage = await useStorage(Array.from({ length: 7 }, () => busy));

    await expect(send(storage)).rejects.toMatchObject({ name: 'ConnectionFailed' });

    expect(storage.received).toHaveLength(7);
  });

  it('says that the file changed rather than that the network failed', async () => {
    await using storage = await useStorage([hangUp]);
    await appendFile(storage.path, 'more');

    await expect(send(storage)).rejects.toMatchObject({ name: 'FileChanged' });
  });

  it('does not begin once it is stopped', async () => {
    await using storage = await useStorage([]);

    await expect(send(storage, AbortSignal.abort(new Error('Stopped.')))).rejects.toThrow('Stopped.');

    expect(storage.received).toEqual([]);
  });
});
