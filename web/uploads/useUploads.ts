import { useSyncExternalStore } from 'react';
import { useServices } from '../shell/services';

/** The uploads of this window as they stand. */
export const useUploads = () => {
  const { uploader } = useServices();
  return useSyncExternalStore(uploader.subscribe, uploader.list);
};
