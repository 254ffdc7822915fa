import { hashKey, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { putBack } from './putBack';
import { filesKey, unfinishedKey, type FileItem, type FilePage } from './useFiles';
import { soon } from './soon';
import { firstView, type View } from './view';

const usageMilliseconds = 1_000;

type Pages = InfiniteData<FilePage, string | null>;

/** Updates the cached lists on the screen before the server is asked again. */
export interface FileCache {
  /** Updates a file in every list that holds it. */
  readonly replace: (file: FileItem) => void;
  /** Removes files from the lists of a place; returns a function that puts them back. */
  readonly remove: (place: View['place'], fileIds: readonly string[]) => () => void;
  /** Inserts a new file, by its age, into the default list, which begins with the newest. */
  readonly add: (file: FileItem) => void;
  /** Takes an upload that was saved or given up out of the unfinished ones. */
  readonly endUpload: (fileId: string) => void;
  /** Whether a list or its next page is being read: the response may predate what has been shown meanwhile. */
  readonly isReading: () => boolean;
  /** Calls back whenever a list has been read or changed; returns a function that unsubscribes. */
  readonly onRead: (run: () => void) => () => void;
  /** Reads the lists again; the screen keeps what it shows until the response arrives. */
  readonly refresh: (place?: View['place']) => void;
  /** Reads the usage again, once for a burst of changes. */
  readonly refreshUsage: () => void;
  /** Reads every list again except the default one, which already shows all changes. */
  readonly refreshOthers: () => void;
}

/** The cache of a signed-in user. */
export const createFileCache = (client: QueryClient): FileCache => {
  const change = (key: readonly unknown[], run: (items: FileItem[]) => FileItem[]): void => {
    client.setQueriesData<Pages>({ queryKey: key }, (data) =>
      data === undefined ? data : { ...data, pages: data.pages.map((page) => ({ ...page, items: run(page.items) })) },
    );
  };
  return {
    replace: (file) =>
      change(['files'], (items) => items.map((item) => (isOlder(item, file) ? { ...item, ...file } : item))),
    remove: (place, fileIds) => {
      const gone = new Set(fileIds);
      const before = client.getQueriesData<Pages>({ queryKey: ['files', place] });
      change(['files', place], (items) =>
        items.some(({ fileId }) => gone.has(fileId)) ? items.filter(({ fileId }) => !gone.has(fileId)) : items,
      );
      return () => {
        for (const [key, old] of before) {
          client.setQueryData<Pages>(
            key,
            (now) => now && old && { ...now, pages: putBack(now.pages, old.pages, gone) },
          );
        }
      };
    },
    add: (file) => {
      client.setQueryData<Pages>(filesKey(firstView), (data) => {
        if (data === undefined) return data;
        if (data.pages.some(({ items }) => items.some(({ fileId }) => fileId === file.fileId))) return data;
        return { ...data, pages: insertByAge(data.pages, file) };
      });
    },
    endUpload: (ended) =>
      client.setQueryData<FileItem[]>(unfinishedKey, (rows) => rows?.filter(({ fileId }) => fileId !== ended)),
    isReading: () => client.isFetching({ queryKey: ['files'] }) > 0,
    onRead: (run) =>
      client.getQueryCache().subscribe(({ type, query }) => {
        if (type === 'updated' && query.queryKey[0] === 'files') run();
      }),
    refresh: (place) => {
      void client.invalidateQueries({ queryKey: place === undefined ? ['files'] : ['files', place] });
      void client.invalidateQueries({ queryKey: ['usage'] });
    },
    refreshUsage: soon(usageMilliseconds, () => void client.invalidateQueries({ queryKey: ['usage'] })),
    refreshOthers: () => {
      const first = hashKey(filesKey(firstView));
      void client.invalidateQueries({ queryKey: ['files'], predicate: ({ queryHash }) => queryHash !== first });
    },
  };
};

// Events may arrive twice or late: the version tells which state is newer.
const isOlder = (item: FileItem, file: FileItem): boolean =>
  item.fileId === file.fileId && item.version <= file.version;

/** Events may be late: the file's place may be among the others, or on a page that has not been read yet. */
const insertByAge = (pages: readonly FilePage[], file: FileItem): FilePage[] => {
  const isBefore = (item: FileItem): boolean => (item.uploadedAt ?? '') <= (file.uploadedAt ?? '');
  const found = pages.findIndex(({ items }) => items.some(isBefore));
  const at = found < 0 && pages.at(-1)?.nextToken == null ? pages.length - 1 : found;
  return pages.map((page, index) => {
    if (index !== at) return page;
    const before = page.items.findIndex(isBefore);
    const place = before < 0 ? page.items.length : before;
    return { ...page, items: [...page.items.slice(0, place), file, ...page.items.slice(place)] };
  });
};
