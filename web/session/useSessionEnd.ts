import { Hub } from 'aws-amplify/utils';
import { useEffect, useState } from 'react';

/**
 * Whether the last session ended without the user's doing: it expired, or was ended on another device. Amplify then
 * fails to refresh its tokens, and only afterwards signs out; without a network it fails to as well, but the session
 * goes on.
 */
export const useSessionEnd = (): boolean => {
  const [hasEnded, setEnded] = useState(false);
  useEffect(
    () =>
      Hub.listen('auth', ({ payload }) => {
        if (payload.event === 'tokenRefresh_failure') setEnded(payload.data.error?.name !== 'NetworkError');
        if (payload.event === 'signedIn') setEnded(false);
      }),
    [],
  );
  return hasEnded;
};
