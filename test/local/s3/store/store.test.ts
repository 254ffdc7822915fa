import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore, type Store } from '../../../../local/s3/store/store';
import type { Version } from '../../../../local/s3/store/version';
import { temporaryDirectory } from '../startS3';

const open = (directory: string): Promise<Store> =>
  openStore({ directory, clock: () => 0, isVersioned: (bucket) => bucket === 'versioned' });

async function* chunks(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

const put = async (store: Store, text: string, bucket = 'plain'): Promise<Version> => {
  const blobId = await store.blobs.write(chunks(text));
  return store.put({
    bucket,
    key: 'k',
    size: text.length,
    etag: '',
    pieces: [{ blobId, size: text.length }],
    headers: {},
    tags: [],
  });
};

const textOf = async (bytes: AsyncIterable<Buffer>): Promise<string> => {
  let text = '';
  for await (const chunk of bytes) text += chunk.toString();
  return text;
};

const count = async (directory: string) =>
  Promise.all(
    ['bytes', 'versions', 'uploads', 'parts'].map(async (folder) => (await readdir(join(directory, folder))).length),
  );

it('shows the later of two records when a crash came before the earlier one was removed', async () => {
  const directory = await temporaryDirectory();
  const kept = await temporaryDirectory();
  const store = await open(directory);
  await put(store, 'old');
  await cp(directory, kept, { recursive: true });
  await put(store, 'new');
  await cp(kept, directory, { recursive: true });

  const again = await open(directory);
  const current = again.current('plain', 'k');

  expect(await textOf(again.blobs.read(current?.pieces ?? [], 0, 2))).toBe('new');
  expect(await count(directory)).toEqual([1, 1, 0, 0]);
});

it('forgets an upload that had become an object when the crash came, and keeps its bytes', async () => {
  const directory = await temporaryDirectory();
  const kept = await temporaryDirectory();
  const store = await open(directory);
  const { uploadId } = await store.uploads.begin({ bucket: 'plain', key: 'k', initiated: 0, headers: {}, tags: [] });
  const piece = { blobId: await store.blobs.write(chunks('part')), size: 4 };
  await store.uploads.addPart({ ...piece, uploadId, partNumber: 1, etag: '', lastModified: 0 });
  await cp(directory, kept, { recursive: true });
  await store.put({ bucket: 'plain', key: 'k', size: 4, etag: '', pieces: [piece], headers: {}, tags: [], uploadId });
  await store.uploads.end(uploadId);
  await cp(kept, directory, { recursive: true });

  const again = await open(directory);

  expect(again.uploads.all()).toEqual([]);
  expect(await count(directory)).toEqual([1, 1, 0, 0]);
  expect(await textOf(again.blobs.read([piece], 0, 3))).toBe('part');
});

it('lets a reader finish an object that is removed meanwhile', async () => {
  const directory = await temporaryDirectory();
  const store = await open(directory);
  const version = await put(store, 'hello', 'versioned');

  const bytes = store.blobs.read(version.pieces, 1, 3);
  await store.remove(version);
  const during = await count(directory);
  const text = await textOf(bytes);

  expect([during, text]).toEqual([[1, 0, 0, 0], 'ell']);
  await expect.poll(() => count(directory)).toEqual([0, 0, 0, 0]);
});

it.each([1, 2])(
  'removes an object of %i pieces though a reader of it went away before the first byte',
  async (many) => {
    const directory = await temporaryDirectory();
    const store = await open(directory);
    const pieces = [];
    for (let piece = 0; piece < many; piece += 1)
      pieces.push({ blobId: await store.blobs.write(chunks('part')), size: 4 });
    const draft = { bucket: 'versioned', key: 'k', size: 4 * many, etag: '', headers: {}, tags: [] };
    const version = await store.put({ ...draft, pieces });

    store.blobs.read(version.pieces, 0, 4 * many - 1).destroy();
    await store.remove(version);

    await expect.poll(() => count(directory)).toEqual([0, 0, 0, 0]);
  },
);

it('leaves nothing of a source that fails', async () => {
  const directory = await temporaryDirectory();
  const store = await open(directory);
  async function* failing(): AsyncGenerator<Buffer> {
    yield Buffer.from('half');
    throw new Error('gone');
  }

  await expect(store.blobs.write(failing())).rejects.toThrow('gone');
  expect(await count(directory)).toEqual([0, 0, 0, 0]);
});

it('refuses to tag a version that has ended', async () => {
  const store = await open(await temporaryDirectory());
  const version = await put(store, 'hello', 'versioned');
  await store.remove(version);

  await expect(store.setTags(version, [])).rejects.toMatchObject({ code: 'NoSuchVersion' });
});
