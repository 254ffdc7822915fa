import { useAuthenticator } from '@aws-amplify/ui-react';
import { Hub } from 'aws-amplify/utils';
import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Whether the last session ended without the user's doing: it expired, or was ended on another device. Amplify then
 * fails to refresh its tokens, and only afterwards signs out. It fails to as well without a network, and while the user
 * signs out: neither is such an end.
 */
export const useSessionEnd = (): boolean => {
  const [hasEnded, setEnded] = useState(false);
  const { authStatus, route } = useAuthenticator(({ authStatus, route }) => [authStatus, route]);
  const refuse = useEffectEvent((error?: Error) => {
    const isInSession = authStatus !== 'unauthenticated' && route !== 'signOut';
    if (isInSession && error?.name !== 'NetworkError') setEnded(true);
  });
  useEffect(
    () =>
      Hub.listen('auth', ({ payload }) => {
        if (payload.event === 'tokenRefresh_failure') refuse(payload.data.error);
        if (payload.event === 'signedIn') setEnded(false);
      }),
    [],
  );
  return hasEnded;
};
