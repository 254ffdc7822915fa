import { Amplify } from 'aws-amplify';
import { confirmSignUp, fetchAuthSession, signIn, signUp } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { ConsoleLogger, sharedInMemoryStorage } from 'aws-amplify/utils';
import { resourcesConfig, type Endpoints } from '../../local/endpoints';

const password = 'Correct-horse-7-battery';

/**
 * Signs a new person up and in with Amplify and returns the access token. The person stays signed in to Amplify until
 * the next call: signing out would revoke the token.
 */
export const signUpPerson = async (endpoints: Endpoints, username: string): Promise<string> => {
  ConsoleLogger.LOG_LEVEL = 'ERROR'; // otherwise Amplify warns that the user pool is not on AWS
  Amplify.configure(resourcesConfig(endpoints));
  cognitoUserPoolsTokenProvider.setKeyValueStorage(sharedInMemoryStorage);
  await sharedInMemoryStorage.clear();
  await signUp({ username, password });
  const mail = await fetch(`${endpoints.mailbox}?username=${encodeURIComponent(username)}`);
  const { code }: { code: string } = JSON.parse(await mail.text());
  await confirmSignUp({ username, confirmationCode: code });
  await signIn({ username, password });
  const { tokens } = await fetchAuthSession();
  return String(tokens?.accessToken);
};
