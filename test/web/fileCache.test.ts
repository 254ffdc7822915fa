import { QueryClient, type InfiniteData } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { createFileCache } from '../../web/files/fileCache';
import { filesKey, type FileItem, type FilePage } from '../../web/files/useFiles';
import { firstView, type View } from '../../web/files/view';
import { createFileNews, type FileEvent } from '../../web/live/fileNews';

/** A file that was uploaded so many seconds after midnight. */
const fileOf = (second: number, changes: Partial<FileItem> = {}): FileItem => ({
  fileId: `file ${second}`,
  fileName: `${second}.txt`,
  key: `uploads/owner/${second}`,
  contentType: 'text/plain',
  size: 1,
  status: 'AVAILABLE',
  createdAt: momentOf(second),
  updatedAt: momentOf(second),
  uploadedAt: momentOf(second),
  trashedAt: null,
  expiresAt: null,
  checksumSha256: null,
  checksumCrc64Nvme: null,
  extra: null,
  version: 1,
  ...changes,
});

const momentOf = (second: number): string => new Date(Date.UTC(2026, 10, 29, 0, 0, second)).toISOString();

const pageOf = (seconds: readonly number[], nextToken: string | null): FilePage => ({
  items: seconds.map((second) => fileOf(second)),
  nextToken,
});

const trash: View = { ...firstView, place: 'TRASHED' };
const byName: View = { ...firstView, sortBy: 'FILE_NAME', sortDirection: 'ASC' };

const openCache = (pages: readonly FilePage[], view: View = firstView) => {
  const client = new QueryClient();
  const write = (of: View, data: readonly FilePage[]): void => {
    client.setQueryData(filesKey(of), { pages: [...data], pageParams: data.map(() => null) });
  };
  write(view, pages);
  const pagesOf = (of: View = firstView): string[][] => {
    const data = client.getQueryData<InfiniteData<FilePage>>(filesKey(of));
    return (data?.pages ?? []).map(({ items }) => items.map(({ fileName }) => fileName));
  };
  const isStale = (of: View): boolean | undefined => client.getQueryState(filesKey(of))?.isInvalidated;
  return { client, cache: createFileCache(client), write, pagesOf, isStale };
};

describe('The lists on the page', () => {
  it('show a new file in its place, on whichever page that is', () => {
    const { cache, pagesOf } = openCache([pageOf([50, 40], 'more'), pageOf([30, 10], 'more')]);

    for (const second of [60, 45, 20]) cache.add(fileOf(second));

    expect(pagesOf()).toEqual([
      ['60.txt', '50.txt', '45.txt', '40.txt'],
      ['30.txt', '20.txt', '10.txt'],
    ]);
  });

  it('leave a file that is older than all to the page that is not read yet', () => {
    const { cache, pagesOf } = openCache([pageOf([50, 40], 'more')]);

    cache.add(fileOf(5));

    expect(pagesOf()).toEqual([['50.txt', '40.txt']]);
  });

  it('show it as the last where there is no further page, and in an empty list', () => {
    const read = openCache([pageOf([50], null)]);
    const empty = openCache([pageOf([], null)]);

    read.cache.add(fileOf(5));
    empty.cache.add(fileOf(5));

    expect(read.pagesOf()).toEqual([['50.txt', '5.txt']]);
    expect(empty.pagesOf()).toEqual([['5.txt']]);
  });

  it('show a file once', () => {
    const { cache, pagesOf } = openCache([pageOf([50], 'more'), pageOf([10], null)]);

    cache.add(fileOf(10));

    expect(pagesOf()).toEqual([['50.txt'], ['10.txt']]);
  });

  it('know that they are being read', async () => {
    const { cache, client } = openCache([pageOf([50], null)]);
    const seen: boolean[] = [];
    const stop = cache.onRead(() => seen.push(cache.isReading()));

    const reading = client.fetchQuery({ queryKey: filesKey(byName), queryFn: () => Promise.resolve(1) });
    const during = cache.isReading();
    await reading;
    await expect.poll(() => seen.at(-1)).toBe(false);
    stop();

    expect([during, cache.isReading()]).toEqual([true, false]);
  });

  it('are asked for again but the one that shows changes by itself', () => {
    const { cache, write, isStale } = openCache([pageOf([50], null)]);
    write(byName, [pageOf([50], null)]);
    write(trash, [pageOf([], null)]);

    cache.refreshOthers();

    expect([firstView, byName, trash].map(isStale)).toEqual([false, true, true]);
  });
});

describe('An event', () => {
  const eventOf = (type: FileEvent['type'], file: FileItem): FileEvent => ({
    userId: 'owner',
    fileId: file.fileId,
    type,
    at: momentOf(0),
    file,
  });

  it('of a file that came, left, came back, was renamed and ended shows it so', () => {
    const { cache, pagesOf } = openCache([pageOf([50, 10], null)]);
    const show = createFileNews(cache);
    const shown: string[][][] = [];
    const story: FileEvent[] = [
      eventOf('UPLOADED', fileOf(30)),
      eventOf('TRASHED', fileOf(30, { version: 2 })),
      eventOf('RESTORED', fileOf(30, { version: 3 })),
      eventOf('CHANGED', fileOf(30, { version: 4, fileName: 'thirty.txt' })),
      eventOf('DELETED', fileOf(30, { version: 4 })),
    ];

    const isShown = story.map((event) => {
      const isEverywhere = show(event);
      shown.push(pagesOf());
      return isEverywhere;
    });

    expect(shown).toEqual([
      [['50.txt', '30.txt', '10.txt']],
      [['50.txt', '10.txt']],
      [['50.txt', '30.txt', '10.txt']],
      [['50.txt', 'thirty.txt', '10.txt']],
      [['50.txt', '10.txt']],
    ]);
    expect(isShown).toEqual([false, false, false, true, true]);
  });

  it('of a harmful file takes it out of every list', () => {
    const { cache, write, pagesOf } = openCache([pageOf([50, 10], null)]);
    write(trash, [pageOf([10], null)]);

    createFileNews(cache)(eventOf('REJECTED', fileOf(10, { version: 2 })));

    expect([pagesOf(), pagesOf(trash)]).toEqual([[['50.txt']], [[]]]);
  });

  it('that comes late or again brings nothing back', () => {
    const { cache, pagesOf } = openCache([pageOf([50], null)]);
    const show = createFileNews(cache);
    const uploaded = eventOf('UPLOADED', fileOf(30));
    const trashed = eventOf('TRASHED', fileOf(30, { version: 2 }));
    const deleted = eventOf('DELETED', fileOf(40, { version: 3 }));

    for (const event of [uploaded, trashed, uploaded, deleted, eventOf('RESTORED', fileOf(40, { version: 3 }))]) {
      show(event);
    }

    expect(pagesOf()).toEqual([['50.txt']]);
  });
});
