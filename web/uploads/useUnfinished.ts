import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { pendingUploads } from '../../schema/requests/pendingUploads';
import { api } from '../api/ask';
import { unfinishedKey, type FileItem } from '../files/useFiles';
import { useServices } from '../shell/services';
import type { Upload } from './uploader';

/** Unfinished uploads that no window of this browser is sending. */
export const useUnfinished = (uploads: readonly Upload[]): readonly FileItem[] => {
  const { claims } = useServices();
  const { data } = useQuery({
    queryKey: unfinishedKey,
    queryFn: async () => {
      const [pending, held] = await Promise.all([pendingUploads(api), claims.held()]);
      return pending.filter(({ fileId }) => !held.has(fileId));
    },
  });
  return useMemo(() => {
    const ours = new Set(uploads.map(({ fileId }) => fileId));
    return (data ?? []).filter(({ fileId }) => !ours.has(fileId));
  }, [data, uploads]);
};
