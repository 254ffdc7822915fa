import { OfflineIcon } from '../shell/icons';
import { strings } from '../words/strings';
import { useOnline } from './useOnline';

/** Says that there is no network, as long as there is none. */
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
