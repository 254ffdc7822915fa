import type { Services } from '../services';
import type { User } from '../store/rows';
import { requireSameUser } from './challenges/challenge';

type SessionServices = Pick<Services, 'settings' | 'sessions'>;

/**
 * After a sign-up, the user can sign in without entering the password again: SignUp returns a session, ConfirmSignUp
 * takes it and returns another, and InitiateAuth takes that one. Only a client with ALLOW_USER_AUTH gets sessions:
 * https://github.com/aws/aws-sdk-js-v3/issues/6724.
 */
export const openSignUp = (services: SessionServices, user: User, login: string): { Session?: string } =>
  open(services, { challenge: 'SIGN_UP', login, userId: user.id });

/**
 * The session that ConfirmSignUp returns. It proves the password only if the session of the same user's sign-up came
 * with the code. Otherwise it proves no factor (the code counts for none in this pool), and InitiateAuth asks for one:
 * https://github.com/aws-amplify/amplify-android/pull/3136.
 */
export const confirmedSignUp = (
  services: SessionServices,
  user: User,
  { login, session }: { readonly login: string; readonly session: string | undefined },
): { Session?: string } => {
  const isOwn = session !== undefined && services.sessions.find(session, 'SIGN_UP')?.userId === user.id;
  const proven = isOwn ? 'PASSWORD' : undefined;
  return open(services, { challenge: 'CONFIRMED_SIGN_UP', login, userId: user.id, proven });
};

/** The user of a confirmed sign-up, whose session is spent; undefined, and not spent, if it proves no password. */
export const spendSignUp = async (
  { sessions, store }: Pick<Services, 'sessions' | 'store'>,
  sealed: string,
  parameters: Readonly<Record<string, string>>,
): Promise<User | undefined> => {
  const session = sessions.require(sealed, 'CONFIRMED_SIGN_UP');
  requireSameUser(session, parameters);
  if (session.proven === undefined) return undefined;
  await store.transact((write) => write(sessions.spend(session)));
  return store.users.get(session.userId);
};

const open = ({ settings, sessions }: SessionServices, state: Parameters<Services['sessions']['open']>[0]) =>
  settings.client.explicitAuthFlows.includes('ALLOW_USER_AUTH') ? { Session: sessions.open(state) } : {};
