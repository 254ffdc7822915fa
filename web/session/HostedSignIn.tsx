import { useAuthenticator } from '@aws-amplify/ui-react';
import { signInWithRedirect } from 'aws-amplify/auth';
import { strings } from '../words/strings';

/** Sign-in through the user pool's hosted pages, which also recognize a session started elsewhere. */
export const HostedSignIn = () => {
  const { route } = useAuthenticator(({ route }) => [route]);
  if (route !== 'signIn' && route !== 'signUp') return null;
  return (
    <>
      <p className="or">{strings.or}</p>
      <button type="button" className="button wide" onClick={() => void signInWithRedirect()}>
        {strings.hostedSignIn}
      </button>
    </>
  );
};
