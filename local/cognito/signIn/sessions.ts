import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { CognitoError, notAuthorized } from '../errors';
import { optional, type Check, type Checked } from '../input/check';
import { structure } from '../input/structure';
import { oneOf, text } from '../input/text';
import type { Change } from '../store/collection';
import type { PoolStore } from '../store/poolStore';
import type { Sealing } from './sealing';

/** What a client must answer next. */
export type ChallengeName = (typeof challengeNames)[number];
const challengeNames = [
  'MFA_SETUP',
  'NEW_PASSWORD_REQUIRED',
  'PASSWORD_VERIFIER',
  'SELECT_CHALLENGE',
  'SOFTWARE_TOKEN_MFA',
] as const;

/** Where a sign-up has got to from which a sign-in may go on. */
const signUpStages = ['SIGN_UP', 'CONFIRMED_SIGN_UP'] as const;
type Stage = ChallengeName | (typeof signUpStages)[number];

const members = {
  id: text(),
  challenge: oneOf(...challengeNames, ...signUpStages),
  /** What the client called the user. */
  login: text(),
  /** The user, or the one that is simulated. */
  userId: text(),
  /** ISO 8601. */
  expiresAt: text(),
  /** SRP's `A` and `b`, hexadecimal. */
  clientKey: optional(text()),
  privateKey: optional(text()),
  /** The secret of an authenticator app that is being set up. */
  secret: optional(text()),
  /** Of a confirmed sign-up: what has been proven by it, and need not be again. */
  proven: optional(oneOf('PASSWORD')),
};

/** Where a sign-in, or the sign-up before it, has got to. */
export type Session = Checked<ReturnType<typeof structure<typeof members>>>;
const sessionCheck: Check<Session> = structure(members);

/** Sign-ins under way. A session serves for its one stage, until it expires or has led on, also after a restart. */
export interface Sessions {
  readonly open: (state: Omit<Session, 'id' | 'expiresAt'>) => string;
  /** The session that was sealed for this stage and still serves; else NotAuthorizedException. */
  readonly require: (sealed: string, stage: Stage) => Session;
  /** The same, or undefined. */
  readonly find: (sealed: string, stage: Stage) => Session | undefined;
  /** Ends a session, in a transaction: it led on. NotAuthorizedException if it had ended before. */
  readonly spend: (session: Session) => Change;
}

export interface SessionsOptions {
  readonly sealing: Sealing;
  readonly store: Pick<PoolStore, 'spentSessions'>;
  readonly clock: Clock;
  readonly lifetimeMinutes: number;
}

export const createSessions = ({ sealing, store, clock, lifetimeMinutes }: SessionsOptions): Sessions => {
  const isSpent = ({ id }: Session) => store.spentSessions.get(id) !== undefined;
  const isExpired = ({ expiresAt }: Session) => clock() >= Date.parse(expiresAt);
  const read = (sealed: string, stage: Stage): Session | undefined => {
    const session = readSession(sealing.unseal(sealed));
    return session?.challenge === stage && !isSpent(session) ? session : undefined;
  };

  return {
    open: (state) =>
      sealing.seal({
        ...state,
        id: randomUUID(),
        expiresAt: new Date(clock() + lifetimeMinutes * 60_000).toISOString(),
      }),
    require: (sealed, stage) => {
      const session = read(sealed, stage);
      if (session === undefined) throw notAuthorized('Invalid session for the user.');
      if (isExpired(session)) throw notAuthorized('Invalid session for the user, session is expired.');
      return session;
    },
    find: (sealed, stage) => {
      const session = read(sealed, stage);
      return session && !isExpired(session) ? session : undefined;
    },
    spend: (session) => {
      if (isSpent(session)) throw notAuthorized('Invalid session for the user.');
      return store.spentSessions.put({ id: session.id, expiresAt: Date.parse(session.expiresAt) });
    },
  };
};

const readSession = (state: unknown): Session | undefined => {
  try {
    sessionCheck(state, '');
    return state;
  } catch (error) {
    if (error instanceof CognitoError) return undefined;
    throw error;
  }
};
