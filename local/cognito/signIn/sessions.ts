import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { CognitoError, invalidParameter, invalidSession, notAuthorized } from '../errors';
import { optional, type Check, type Checked } from '../input/check';
import { structure } from '../input/structure';
import { oneOf, text } from '../input/text';
import type { Change } from '../store/collection';
import type { PoolStore } from '../store/poolStore';
import type { Sealing } from './sealing';

/** The challenges that a client may have to answer. */
export type ChallengeName = (typeof challengeNames)[number];
const challengeNames = [
  'MFA_SETUP',
  'NEW_PASSWORD_REQUIRED',
  'PASSWORD_VERIFIER',
  'SELECT_CHALLENGE',
  'SOFTWARE_TOKEN_MFA',
] as const;

/** The stages of a sign-up from which a sign-in may continue. */
const signUpStages = ['SIGN_UP', 'CONFIRMED_SIGN_UP'] as const;
type Stage = ChallengeName | (typeof signUpStages)[number];

const members = {
  id: text(),
  challenge: oneOf(...challengeNames, ...signUpStages),
  /** The user's address or id, as the client sent it. */
  login: text(),
  /** The id of the user, or of a simulated one. */
  userId: text(),
  /** ISO 8601. */
  expiresAt: text(),
  /** SRP's `A` and `b`, hexadecimal. */
  clientKey: optional(text()),
  privateKey: optional(text()),
  /** The secret of an authenticator app that is being set up. */
  secret: optional(text()),
  /** For a confirmed sign-up: the factor that it proved and that the sign-in need not ask for again. */
  proven: optional(oneOf('PASSWORD')),
};

/** The state of an unfinished sign-in, or of the sign-up before it. */
export type Session = Checked<ReturnType<typeof structure<typeof members>>>;
const sessionCheck: Check<Session> = structure(members);

/** Unfinished sign-ins. A session is valid for one stage, until it expires or is spent, even across a restart. */
export interface Sessions {
  readonly open: (state: Omit<Session, 'id' | 'expiresAt'>) => string;
  /** The session, if it was sealed for this stage and is still valid; else NotAuthorizedException. */
  readonly require: (sealed: string | undefined, stage: Stage) => Session;
  /** The same, but undefined instead of an exception. */
  readonly find: (sealed: string, stage: Stage) => Session | undefined;
  /** The change that ends a session, for use in a transaction; NotAuthorizedException if it was already spent. */
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
      if (sealed === undefined) throw invalidParameter('Missing required parameter Session');
      const session = read(sealed, stage);
      if (session === undefined) throw invalidSession();
      if (isExpired(session)) throw notAuthorized('Invalid session for the user, session is expired.');
      return session;
    },
    find: (sealed, stage) => {
      const session = read(sealed, stage);
      return session && !isExpired(session) ? session : undefined;
    },
    spend: (session) => {
      if (isSpent(session)) throw invalidSession();
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
