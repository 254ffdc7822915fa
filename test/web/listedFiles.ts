import { QueryClient, type InfiniteData } from '@tanstack/react-query';
import { createFileCache } from '../../web/files/fileCache';
import { filesKey, type FileItem, type FilePage } from '../../web/files/useFiles';
import { firstView, type View } from '../../web/files/view';

/** A file that was uploaded `second` seconds after midnight. */
export const fileOf = (second: number, changes: Partial<FileItem> = {}): FileItem => ({
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

export const momentOf = (second: number): string => new Date(Date.UTC(2026, 10, 29, 0, 0, second)).toISOString();

export const pageOf = (seconds: readonly number[], nextToken: string | null): FilePage => ({
  items: seconds.map((second) => fileOf(second)),
  nextToken,
});

export const trash: View = { ...firstView, place: 'TRASHED' };
export const byName: View = { ...firstView, sortBy: 'FILE_NAME', sortDirection: 'ASC' };

/** A cache with a list that has been read, and a way to see what it holds. */
export const openCache = (pages: readonly FilePage[], view: View = firstView) => {
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
