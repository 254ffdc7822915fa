import { Amplify } from 'aws-amplify';
import { confirmSignUp, fetchAuthSession, signIn, signUp } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { resourcesConfig, type Endpoints } from '../../local/endpoints';
import type { Actor } from './target';

/** Signs a new person up and in with the unmodified Amplify client; resolves with the access token. */
export const signUpActor = async (endpoints: Endpoints, username: string): Promise<Required<Actor>> => {
  Amplify.configure(resourcesConfig(endpoints));
  const password = 'Correct-horse-7-battery';
  await signUp({ username, password });
  const mail = await fetch(`${endpoints.mailbox}?username=${encodeURIComponent(username)}`);
  const { code }: { code: string } = JSON.parse(await mail.text());
  await confirmSignUp({ username, confirmationCode: code });
  return signInActor({ username, password });
};

/** Signs a person in to whatever Amplify is configured for; resolves with the access token. */
export const signInActor = async (person: {
  readonly username: string;
  readonly password: string;
}): Promise<Required<Actor>> => {
  cognitoUserPoolsTokenProvider.setKeyValueStorage(memoryStorage()); // start without a signed-in user
  await signIn(person);
  const { tokens } = await fetchAuthSession();
  return { token: String(tokens?.accessToken) };
};

const memoryStorage = () => {
  const items = new Map<string, string>();
  return {
    setItem: async (key: string, value: string) => void items.set(key, value),
    getItem: async (key: string) => items.get(key) ?? null,
    removeItem: async (key: string) => void items.delete(key),
    clear: async () => items.clear(),
  };
};
