import { describe, expect, it } from 'vitest';
import type { Begun } from '../../../tools/upload/beginUpload';
import type { FilesApi } from '../../../tools/upload/filesApi';
import { sendBytes } from '../../../tools/upload/sendBytes';
import { expired, useStorage } from './useStorage';

const later = '2100-01-01T00:00:00.000Z';

/** Ten parts of one byte each; the ticket comes without URLs. */
const begun: Begun = {
  promise: { fileName: 'digits.txt', size: 10 },
  ticket: {
    fileId: 'file',
    key: 'key',
    method: 'MULTIPART',
    uploadUrl: null,
    headers: [],
    partSize: 1,
    partCount: 10,
    parts: [],
    expiresAt: later,
  },
};

const progress: Begun['progress'] = {
  fileId: 'file',
  method: 'MULTIPART',
  size: 10,
  partSize: 1,
  partCount: 10,
  receivedBytes: 8,
  receivedParts: [1, 2, 3, 5, 6, 7, 8, 9].map((partNumber) => ({ partNumber, size: 1 })),
};

const useParts = async (answers: Parameters<typeof useStorage>[0], expiresAt = later) => {
  const storage = await useStorage(answers);
  const asked: number[][] = [];
  const askPartUrls: FilesApi['askPartUrls'] = async (fileId, partNumbers) => {
    asked.push(partNumbers);
    const parts = partNumbers.map((partNumber) => ({ partNumber, uploadUrl: `${storage.url}/${partNumber}` }));
    return { fileId, parts, expiresAt };
  };
  const sending = { ...storage.sending, api: { ...storage.sending.api, askPartUrls } };
  return { ...storage, asked, sending };
};

describe('An upload in parts', () => {
  it('asks for all URLs at once, and sends each part to its own', async () => {
    await using storage = await useParts([]);

    await sendBytes(storage.file, begun, storage.sending, () => undefined);

    expect(storage.asked).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]);
    const sent = storage.received.map(({ url, body }) => `${url} ${body}`).sort();
    expect(sent).toEqual(Array.from({ length: 10 }, (_, index) => `/${index + 1} ${index}`).sort());
  });

  it('sends only the parts that are missing', async () => {
    await using storage = await useParts([]);
    const counted = new Map<number, number>();

    await sendBytes(storage.file, { ...begun, progress }, storage.sending, (part, bytes) => counted.set(part, bytes));

    expect(storage.asked).toEqual([[4, 10]]);
    expect(storage.received.map(({ body }) => body).sort()).toEqual(['3', '9']);
    expect(Object.fromEntries(counted)).toEqual({ 4: 1, 10: 1 });
  });

  it('asks again for a URL that has expired, of that part alone', async () => {
    await using storage = await useParts([expired]);

    await sendBytes(storage.file, { ...begun, progress }, { ...storage.sending, parallel: 1 }, () => undefined);

    expect(storage.asked).toEqual([[4, 10], [4]]);
    expect(storage.received.map(({ url }) => url)).toEqual(['/4', '/4', '/10']);
  });

  it('does not even try a URL that it knows to be too old', async () => {
    await using storage = await useParts([], '2000-01-01T00:00:00.000Z');
    const now = (): number => Date.parse('2000-01-01T00:00:00.000Z');

    await sendBytes(storage.file, { ...begun, progress }, { ...storage.sending, parallel: 1, now }, () => undefined);

    expect(storage.asked).toEqual([[4, 10], [10]]);
  });

  it('stops the other parts when one is refused', async () => {
    await using storage = await useParts([{ status: 404, body: '<Error><Code>NoSuchUpload</Code></Error>' }]);

    const sending = sendBytes(storage.file, begun, { ...storage.sending, parallel: 1 }, () => undefined);

    await expect(sending).rejects.toMatchObject({ errorType: 'NoSuchUpload' });
    expect(storage.received).toHaveLength(1);
  });
});

describe('An upload in one PUT', () => {
  it.each([
    { storageSays: 'that the URL has expired', expiresAt: later, tried: ['/old 0123456789', '/new 0123456789'] },
    {
      storageSays: 'nothing, since the URL is too old',
      expiresAt: '1970-01-01T00:00:10.000Z',
      tried: ['/new 0123456789'],
    },
  ])('asks for a new ticket of the same upload when storage says $storageSays', async ({ expiresAt, tried }) => {
    await using storage = await useStorage(expiresAt === later ? [expired] : []);
    const ticket = { ...begun.ticket, method: 'PUT' as const, partSize: null, partCount: null, parts: null };
    const asked: unknown[] = [];
    const askTicket: FilesApi['askTicket'] = async (input) => {
      asked.push(input);
      return { ...ticket, uploadUrl: `${storage.url}/new` };
    };
    const sending = { ...storage.sending, api: { ...storage.sending.api, askTicket } };
    const old = { ...begun, ticket: { ...ticket, expiresAt, uploadUrl: `${storage.url}/old` } };

    await sendBytes(storage.file, old, sending, () => undefined);

    expect(asked).toEqual([{ fileName: 'digits.txt', size: 10, fileId: 'file' }]);
    expect(storage.received.map(({ url, body }) => `${url} ${body}`)).toEqual(tried);
  });
});
