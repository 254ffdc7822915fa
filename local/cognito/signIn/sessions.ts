import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { CognitoError, notAuthorized } from '../errors';
import { optional, type Check, type Checked } from '../input/check';
import { structure } from '../input/structure';
import { oneOf, text } from '../input/text';
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

const members = {
  id: text(),
  /** The run of the pool that opened it. */
  run: text(),
  challenge: oneOf(...challengeNames),
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
};

/** Where a sign-in has got to. */
export type Session = Checked<ReturnType<typeof structure<typeof members>>>;
const sessionCheck: Check<Session> = structure(members);

/**
 * Sign-ins under way. A session serves for its one challenge, until it expires or has led on. Which ones have is kept
 * in memory only, so a session ends with the run that opened it: what a restart forgot is refused, and never taken twice.
 */
export interface Sessions {
  readonly open: (state: Omit<Session, 'id' | 'run' | 'expiresAt'>) => string;
  /** The session that was sealed for this challenge and still serves; else NotAuthorizedException. */
  readonly require: (sealed: string, challenge: ChallengeName) => Session;
  /** Ends a session: it led on. False if it had ended before. */
  readonly spend: (session: Session) => boolean;
}

export const createSessions = (sealing: Sealing, clock: Clock, lifetimeMinutes: number): Sessions => {
  const run = randomUUID();
  const spent = new Map<string, number>();
  const sweep = () => {
    for (const [id, expiresAt] of spent) if (expiresAt <= clock()) spent.delete(id);
  };

  return {
    open: (state) =>
      sealing.seal({
        ...state,
        id: randomUUID(),
        run,
        expiresAt: new Date(clock() + lifetimeMinutes * 60_000).toISOString(),
      }),
    require: (sealed, challenge) => {
      const session = readSession(sealing.unseal(sealed));
      if (session?.run !== run || session.challenge !== challenge || spent.has(session.id)) {
        throw notAuthorized('Invalid session for the user.');
      }
      if (clock() >= Date.parse(session.expiresAt)) {
        throw notAuthorized('Invalid session for the user, session is expired.');
      }
      return session;
    },
    spend: (session) => {
      sweep();
      if (spent.has(session.id)) return false;
      spent.set(session.id, Date.parse(session.expiresAt));
      return true;
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
