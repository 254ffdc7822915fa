import { Authenticator, useAuthenticator } from '@aws-amplify/ui-react';
import { lazy, Suspense } from 'react';
import type { Configuration } from '../session/configure';
import { SignIn } from '../session/SignIn';
import { loadApp } from './loadApp';
import { Splash } from './Splash';

const App = lazy(loadApp);

/** The whole page: the way in, or what is behind it. */
export const Page = ({ configuration }: { readonly configuration: Configuration }) => (
  <Authenticator.Provider>
    <Gate configuration={configuration} />
  </Authenticator.Provider>
);

const Gate = ({ configuration }: { readonly configuration: Configuration }) => {
  const { authStatus, user } = useAuthenticator(({ authStatus, user }) => [authStatus, user]);
  if (authStatus === 'configuring') return <Splash />;
  if (authStatus === 'unauthenticated') return <SignIn configuration={configuration} />;
  return (
    <Suspense fallback={<Splash />}>
      <App key={user.userId} />
    </Suspense>
  );
};
