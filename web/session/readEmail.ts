import { fetchAuthSession } from 'aws-amplify/auth';

/** The address of the person who is signed in. */
export const readEmail = async (): Promise<string> => {
  const { tokens } = await fetchAuthSession();
  return String(tokens?.idToken?.payload.email ?? '');
};
