import { Amplify } from 'aws-amplify';
import { confirmSignUp, signIn, signOut, signUp } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { sharedInMemoryStorage } from 'aws-amplify/utils';
import { pool, poolClient } from '../../config/pool';
import { systemClock } from '../../local/clock';
import { openUserPool } from '../../local/cognito/server';
import { listen } from '../../local/http/listen';
import { median } from '../measureRow';

const signIns = 9;
const person = { username: 'owner@example.com', password: 'Correct-horse-7-battery' };
const place = { poolId: 'us-east-1_BenchPool', clientId: 'bench000000000000000000000', region: 'us-east-1' };

/** Milliseconds of a sign-in with SRP, the client's part and the pool's: the median of several. */
export const signInWithAmplify = async (): Promise<number> => {
  const userPool = await openUserPool({ ...place, pool, client: poolClient, clock: systemClock });
  const { port, close } = await listen(userPool.listener, { host: '127.0.0.1', port: 0 });
  try {
    await signUpAt(`http://127.0.0.1:${port}`);
    const times: number[] = [];
    for (let turn = 0; turn < signIns; turn += 1) {
      const start = performance.now();
      const { isSignedIn } = await signIn({ ...person, options: { authFlowType: 'USER_SRP_AUTH' } });
      times.push(performance.now() - start);
      if (!isSignedIn) throw new Error('Amplify did not sign the person in.');
      await signOut();
    }
    return median(times);
  } finally {
    await close();
    await userPool.close();
  }
};

const signUpAt = async (userPoolEndpoint: string): Promise<void> => {
  Amplify.configure({
    Auth: { Cognito: { userPoolId: place.poolId, userPoolClientId: place.clientId, userPoolEndpoint } },
  });
  cognitoUserPoolsTokenProvider.setKeyValueStorage(sharedInMemoryStorage);
  await signUp(person);
  const mail = await fetch(`${userPoolEndpoint}/mailbox?username=${encodeURIComponent(person.username)}`);
  const { code }: { code: string } = JSON.parse(await mail.text());
  await confirmSignUp({ username: person.username, confirmationCode: code });
};
