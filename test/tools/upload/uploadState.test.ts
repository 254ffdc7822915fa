import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createUploadState } from '../../../tools/upload/uploadState';

const day = 24 * 60 * 60 * 1000;
const film = { path: '/films/a.mp4', name: 'a.mp4', contentType: 'video/mp4', size: 10, modifiedAtMilliseconds: 5 };

const useFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-state-'));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
};

describe('The uploads that are not done', () => {
  it('are known to the next run, until they are', async () => {
    await using place = await useFolder();
    await createUploadState(place.folder, 'owner@example.com', () => day).remember(film, 'file-1');

    const next = createUploadState(place.folder, 'owner@example.com', () => day);

    expect(await next.recall(film)).toBe('file-1');
    await next.forget(film);
    expect(await next.recall(film)).toBeUndefined();
  });

  it('are of one person, and of the file as it was', async () => {
    await using place = await useFolder();
    const state = createUploadState(place.folder, 'owner@example.com', () => day);
    await state.remember(film, 'file-1');

    expect(await createUploadState(place.folder, 'stranger@example.com', () => day).recall(film)).toBeUndefined();
    expect(await state.recall({ ...film, modifiedAtMilliseconds: 6 })).toBeUndefined();
    expect(await state.recall({ ...film, size: 11 })).toBeUndefined();
  });

  it('are all kept when many begin at once', async () => {
    await using place = await useFolder();
    const state = createUploadState(place.folder, 'owner@example.com', () => day);
    const films = Array.from({ length: 20 }, (_, index) => ({ ...film, path: `/films/${index}.mp4` }));

    await Promise.all(films.map((one, index) => state.remember(one, `file-${index}`)));

    expect(await Promise.all(films.map(state.recall))).toEqual(films.map((_, index) => `file-${index}`));
  });

  it('are forgotten when they have ended by themselves', async () => {
    await using place = await useFolder();
    await createUploadState(place.folder, 'owner@example.com', () => 0).remember(film, 'file-1');
    const later = createUploadState(place.folder, 'owner@example.com', () => 7 * day + 1);

    await later.remember({ ...film, path: '/films/b.mp4' }, 'file-2');

    expect(await later.recall(film)).toBeUndefined();
  });

  it.each(['', '{"', 'null', '[1]', '{"a":{"fileId":1}}'])('are none when the file holds %j', async (text) => {
    await using place = await useFolder();
    await writeFile(join(place.folder, 'uploads.json'), text);
    const state = createUploadState(place.folder, 'owner@example.com', () => day);

    expect(await state.recall(film)).toBeUndefined();
    await state.remember(film, 'file-1');
    expect(await state.recall(film)).toBe('file-1');
  });
});
