import { Amplify } from 'aws-amplify';
import { signIn } from 'aws-amplify/auth';
import { ConsoleLogger } from 'aws-amplify/utils';
import { resourcesConfig } from '../../local/endpoints';
import { CommandFailed } from '../errors';
import type { ClientEndpoints } from '../findEndpoints';

/** Signs a person in by SRP: the password never leaves this process. Amplify refreshes the tokens itself. */
export const signInAs = async (endpoints: ClientEndpoints, email: string, password: string): Promise<void> => {
  ConsoleLogger.LOG_LEVEL = 'ERROR'; // otherwise Amplify warns that the user pool is not on AWS
  Amplify.configure(resourcesConfig(endpoints));
  const step = await begin(email, password);
  if (step === 'DONE') return;
  const advice = adviceFor[step];
  throw new CommandFailed(
    advice === undefined ? `Sign-in requires ${step}, which this client does not support.` : advice(email),
  );
};

const begin = async (username: string, password: string): Promise<string> => {
  try {
    return (await signIn({ username, password })).nextStep.signInStep;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // One message for both, as the pool does, so that nobody learns who has an account.
    throw new CommandFailed(
      error.name === 'NotAuthorizedException' || error.name === 'UserNotFoundException'
        ? `Wrong e-mail address or password. To add a user: npm run user -- add ${username}`
        : `Cannot sign in: ${error.message}`,
    );
  }
};

const adviceFor: Readonly<Record<string, (email: string) => string>> = {
  CONFIRM_SIGN_UP: (email) => `The address is not confirmed. Run: npm run user -- confirm ${email}`,
  CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED: (email) =>
    `The password is temporary. Run: npm run user -- password ${email}`,
  RESET_PASSWORD: (email) => `The password was reset. Run: npm run user -- password ${email}`,
};
