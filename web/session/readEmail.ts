import { fetchAuthSession } from 'aws-amplify/auth';

/** The e-mail address of the signed-in user. */
export const readEmail = async (): Promise<string> => {
  const { tokens } = await fetchAuthSession();
  return String(tokens?.idToken?.payload.email ?? '');
};
