import { hashKey, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { filesKey, type FileItem, type FilePage } from './useFiles';
import { firstView, type View } from './view';

type Pages = InfiniteData<FilePage, string | null>;

/** Changes of the lists that are on the screen, before the server is asked again. */
export interface FileCache {
  /** Shows a file as it is now, wherever it is listed. */
  readonly replace: (file: FileItem) => void;
  /** Takes files out of the lists of a place. */
  readonly remove: (place: View['place'], fileIds: readonly string[]) => void;
  /** Shows a file that is new in its place among the others, in the list that begins with the newest. */
  readonly add: (file: FileItem) => void;
  /** Whether a list is being read, or read on: its answer knows nothing of what was shown meanwhile. */
  readonly isReading: () => boolean;
  /** Calls back whenever a list was read, or changed; gives what ends that. */
  readonly onRead: (run: () => void) => () => void;
  /** Asks the server again; what is on the screen stays until it has answered. */
  readonly refresh: (place?: View['place']) => void;
  /** Asks again for every list but the one that begins with the newest, which shows all changes by itself. */
  readonly refreshOthers: () => void;
}

/** The cache of a signed-in person. */
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
      change(['files', place], (items) =>
        items.some(({ fileId }) => gone.has(fileId)) ? items.filter(({ fileId }) => !gone.has(fileId)) : items,
      );
    },
    add: (file) => {
      client.setQueryData<Pages>(filesKey(firstView), (data) => {
        if (data === undefined) return data;
        if (data.pages.some(({ items }) => items.some(({ fileId }) => fileId === file.fileId))) return data;
        return { ...data, pages: insertByAge(data.pages, file) };
      });
    },
    isReading: () => client.isFetching({ queryKey: ['files'] }) > 0,
    onRead: (run) =>
      client.getQueryCache().subscribe(({ type, query }) => {
        if (type === 'updated' && query.queryKey[0] === 'files') run();
      }),
    refresh: (place) => {
      void client.invalidateQueries({ queryKey: place === undefined ? ['files'] : ['files', place] });
      void client.invalidateQueries({ queryKey: ['usage'] });
    },
    refreshOthers: () => {
      const first = hashKey(filesKey(firstView));
      void client.invalidateQueries({ queryKey: ['files'], predicate: ({ queryHash }) => queryHash !== first });
    },
  };
};

// Events may come twice, and late: the version tells which is newer.
const isOlder = (item: FileItem, file: FileItem): boolean =>
  item.fileId === file.fileId && item.version <= file.version;

/** News may be late: a file has its place among the others, or on a page that was not read yet. */
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
