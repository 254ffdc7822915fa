import { useSyncExternalStore } from 'react';
import { useServices } from '../shell/services';

/** The current uploads of this window. */
export const useUploads = () => {
  const { uploader } = useServices();
  return useSyncExternalStore(uploader.subscribe, uploader.list);
};
