import type { Services } from '../services';
import type { User } from '../store/rows';
import { requireSameUser } from './challenges/challenge';

type SessionServices = Pick<Services, 'settings' | 'sessions'>;

/**
 * Who has just signed up can sign in without the password again: SignUp answers a session, ConfirmSignUp takes it and
 * answers another, and InitiateAuth takes that one. Only a client with ALLOW_USER_AUTH gets any:
 * https://github.com/aws/aws-sdk-js-v3/issues/6724.
 */
export const openSignUp = (services: SessionServices, user: User, login: string): { Session?: string } =>
  open(services, { challenge: 'SIGN_UP', login, userId: user.id });

/**
 * The session after the confirmation. It proves the password only if the sign-up's own came with the code; with another
 * session, or none, the pool has no other factor to take the code for, and InitiateAuth asks for one:
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

/** The user whose sign-up this session ends, if it proves the password; it serves once. */
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
