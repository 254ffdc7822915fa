import { Authenticator, useAuthenticator } from '@aws-amplify/ui-react';
import type { AuthUser } from 'aws-amplify/auth';
import { lazy, Suspense } from 'react';
import type { Configuration } from '../session/configure';
import { SignIn } from '../session/SignIn';
import { useSessionEnd } from '../session/useSessionEnd';
import { loadApp } from './loadApp';
import { Splash } from './Splash';
import { Trouble } from './Trouble';

const App = lazy(loadApp);

/** The whole page: the sign-in, or what is behind it. */
export const Page = ({ configuration }: { readonly configuration: Configuration }) => (
  <Trouble>
    <Authenticator.Provider>
      <Gate configuration={configuration} />
    </Authenticator.Provider>
  </Trouble>
);

const Gate = ({ configuration }: { readonly configuration: Configuration }) => {
  const { authStatus, user } = useAuthenticator(({ authStatus, user }) => [authStatus, user]);
  const hasEnded = useSessionEnd();
  if (authStatus === 'unauthenticated') return <SignIn configuration={configuration} hasEnded={hasEnded} />;
  // The status is known a moment before the user is.
  if (!isKnown(user)) return <Splash />;
  return (
    <Suspense fallback={<Splash />}>
      <App key={user.userId} />
    </Suspense>
  );
};

const isKnown = (user: AuthUser | undefined): user is AuthUser => user !== undefined;
