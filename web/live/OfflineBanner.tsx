import { OfflineIcon } from '../shell/icons';
import { strings } from '../words/strings';
import { useOnline } from './useOnline';

/** Shown while there is no network. */
export const OfflineBanner = () => {
  const isOnline = useOnline();
  return (
    <div role="status">
      {!isOnline && (
        <p className="banner">
          <OfflineIcon size={18} /> {strings.offline}
        </p>
      )}
    </div>
  );
};
