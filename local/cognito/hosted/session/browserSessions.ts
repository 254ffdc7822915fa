import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../../../clock';
import { CognitoError } from '../../errors';
import type { Check, Checked } from '../../input/check';
import { structure } from '../../input/structure';
import { oneOf, text } from '../../input/text';
import type { Sealing } from '../../signIn/sealing';
import type { PoolStore } from '../../store/poolStore';
import type { User } from '../../store/rows';

/** Sessions of signed-in browsers: a session's cookie is enough to get codes without a password. */
export interface BrowserSessions {
  /** Starts a session; returns its cookie value. */
  readonly open: (user: User) => string;
  /** The session of a cookie, if this pool issued it, it has not ended, and its user may still sign in. */
  readonly find: (cookie: string | undefined) => BrowserSession | undefined;
  /** Ends a session early, and durably. */
  readonly end: (cookie: string | undefined) => Promise<void>;
}

export interface BrowserSession {
  readonly user: User;
  readonly signedInAt: number;
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html */
export const sessionLifetimeSeconds = 3600;

const members = {
  kind: oneOf('browser'),
  id: text(),
  userId: text(),
  /** Fingerprint of the password: when it changes, the session ends. */
  password: text(),
  /** ISO 8601. */
  signedInAt: text(),
};
type State = Checked<ReturnType<typeof structure<typeof members>>>;
const stateCheck: Check<State> = structure(members);

export interface BrowserSessionOptions {
  readonly sealing: Sealing;
  readonly store: Pick<PoolStore, 'users' | 'signOuts' | 'transact'>;
  readonly clock: Clock;
}

export const createBrowserSessions = ({ sealing, store, clock }: BrowserSessionOptions): BrowserSessions => {
  const expiryOf = ({ signedInAt }: State) => Date.parse(signedInAt) + sessionLifetimeSeconds * 1000;
  const read = (cookie: string | undefined): State | undefined => {
    const state = cookie === undefined ? undefined : readState(sealing.unseal(cookie));
    const isOver = state === undefined || clock() >= expiryOf(state) || store.signOuts.get(state.id) !== undefined;
    return isOver ? undefined : state;
  };

  return {
    open: (user) =>
      sealing.seal({
        kind: 'browser',
        id: randomUUID(),
        userId: user.id,
        password: fingerprint(user),
        signedInAt: new Date(clock()).toISOString(),
      }),
    find: (cookie) => {
      const state = read(cookie);
      const user = state === undefined ? undefined : store.users.get(state.userId);
      if (state === undefined || user === undefined || !user.isEnabled || user.status !== 'CONFIRMED') return undefined;
      if (state.password !== fingerprint(user)) return undefined;
      return { user, signedInAt: Date.parse(state.signedInAt) };
    },
    end: (cookie) =>
      store.transact((write) => {
        const state = read(cookie);
        if (state !== undefined) write(store.signOuts.put({ id: state.id, expiresAt: expiryOf(state) }));
      }),
  };
};

/** Differs each time a password is set, even to the same value. */
const fingerprint = ({ password }: User) =>
  createHash('sha256')
    .update(password?.scryptSalt ?? '')
    .digest('base64url');

const readState = (state: unknown): State | undefined => {
  try {
    stateCheck(state, '');
    return state;
  } catch (error) {
    if (error instanceof CognitoError) return undefined;
    throw error;
  }
};
