import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { MyFiles } from '../../schema/generated/amplify';
import type { MyFilesQuery } from '../../schema/generated/documents';
import { ask } from '../api/ask';
import { variablesOf, type View } from './view';

export type FilePage = MyFilesQuery['myFiles'];
export type FileItem = FilePage['items'][number];

const pageSize = 100;

/** The files of a view, read page by page as the user scrolls. */
export const useFiles = (view: View) => {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: filesKey(view),
    queryFn: async ({ pageParam }): Promise<FilePage> => {
      const { myFiles } = await ask(MyFiles, { ...variablesOf(view), limit: pageSize, nextToken: pageParam });
      return myFiles;
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ nextToken }) => nextToken,
    placeholderData: (previous, before) => (before?.queryKey[1] === view.place ? previous : undefined),
  });
  const { data } = query;
  const files = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  /** Drops the request that is waited for, and sends another. */
  const restart = (): void => void client.resetQueries({ queryKey: filesKey(view) });
  return { ...query, files, restart };
};

/** The cache key of a list: `files`, then its place, then its whole view. */
export const filesKey = (view: View) => ['files', view.place, view] as const;

/** The cache key of the unfinished uploads. */
export const unfinishedKey = ['unfinished'] as const;

const firstPage: string | null = null;
