import { Amplify } from 'aws-amplify';
import { confirmSignUp, signIn, signOut, signUp } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { sharedInMemoryStorage } from 'aws-amplify/utils';
import { pool, poolClient } from '../../config/pool';
import { systemClock } from '../../local/clock';
import { openUserPool } from '../../local/cognito/openUserPool';
import { listen } from '../../local/http/listen';
import { median } from '../measureRow';
import type { OpenSides, Sides } from '../row';

const signIns = 5;
const person = { username: 'owner@example.com', password: 'Correct-horse-7-battery' };
const place = { poolId: 'us-east-1_BenchPool', clientId: 'bench000000000000000000000', region: 'us-east-1' };

interface Times {
  /** Until the person is signed in. */
  readonly total: number;
  /** For the pool's responses. */
  readonly waited: number;
}

/** Milliseconds for a sign-in with SRP; the floor is the client's part of it: all but the time that it waits for the pool. */
export const openSignIn = (): Promise<OpenSides> =>
  openPool({
    floor: () => medianOf(({ total, waited }) => total - waited),
    measure: () => medianOf(({ total }) => total),
  });

/** Milliseconds that the client waits for the pool during a sign-in with SRP, HTTP included. */
export const openPoolPart = (): Promise<OpenSides> => openPool({ measure: () => medianOf(({ waited }) => waited) });

/** Opens a pool in which one person can sign in. */
const openPool = async (sides: Sides): Promise<OpenSides> => {
  const userPool = await openUserPool({ ...place, pool, client: poolClient, clock: systemClock });
  const { port, close } = await listen(userPool.listener, { host: '127.0.0.1', port: 0 });
  await signUpAt(`http://127.0.0.1:${port}`);
  return {
    ...sides,
    close: async () => {
      await close();
      await userPool.close();
    },
  };
};

const medianOf = async (part: (times: Times) => number): Promise<number> => {
  const figures: number[] = [];
  for (let turn = 0; turn < signIns; turn += 1) figures.push(part(await timeSignIn()));
  return median(figures);
};

const timeSignIn = async (): Promise<Times> => {
  const ownFetch = globalThis.fetch;
  let waited = 0;
  globalThis.fetch = async (...request) => {
    const start = performance.now();
    const response = await ownFetch(...request);
    waited += performance.now() - start;
    return response;
  };
  const start = performance.now();
  const { isSignedIn } = await signIn({ ...person, options: { authFlowType: 'USER_SRP_AUTH' } });
  const total = performance.now() - start;
  globalThis.fetch = ownFetch;
  if (!isSignedIn) throw new Error('Amplify did not sign the person in.');
  await signOut();
  return { total, waited };
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
