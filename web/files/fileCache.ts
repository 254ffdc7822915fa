import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { filesKey, type FileItem, type FilePage } from './useFiles';
import { firstView, type View } from './view';

type Pages = InfiniteData<FilePage, string | null>;

/** Changes of the lists that are on the screen, before the server is asked again. */
export interface FileCache {
  /** Shows a file as it is now, wherever it is listed. */
  readonly replace: (file: FileItem) => void;
  /** Takes files out of the lists of a place. */
  readonly remove: (place: View['place'], fileIds: readonly string[]) => void;
  /** Shows a new file in the list that begins with the newest, if it is among those of the first page. */
  readonly add: (file: FileItem) => void;
  /** Asks the server again; what is on the screen stays until it has answered. */
  readonly refresh: (place?: View['place']) => void;
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
        const [first, ...others] = data?.pages ?? [];
        if (data === undefined || first === undefined) return data;
        if (data.pages.some(({ items }) => items.some(({ fileId }) => fileId === file.fileId))) return data;
        return { ...data, pages: [{ ...first, items: insertByAge(first.items, file) }, ...others] };
      });
    },
    refresh: (place) => {
      void client.invalidateQueries({ queryKey: place === undefined ? ['files'] : ['files', place] });
      void client.invalidateQueries({ queryKey: ['usage'] });
    },
  };
};

// Events may come twice, and late: the version tells which is newer.
const isOlder = (item: FileItem, file: FileItem): boolean =>
  item.fileId === file.fileId && item.version <= file.version;

/** News may be late: a file has its place among the others. One that is older than all of them is on a later page. */
const insertByAge = (items: readonly FileItem[], file: FileItem): FileItem[] => {
  const at = items.findIndex((item) => (item.uploadedAt ?? '') <= (file.uploadedAt ?? ''));
  if (at < 0 && items.length > 0) return [...items];
  return [...items.slice(0, Math.max(at, 0)), file, ...items.slice(Math.max(at, 0))];
};
