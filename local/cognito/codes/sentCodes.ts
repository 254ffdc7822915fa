import { randomInt } from 'node:crypto';
import type { Clock } from '../../clock';
import { isSameSecret } from '../../isSameSecret';
import { attemptLimitExceeded, codeMismatch, expiredCode, type CognitoError } from '../errors';
import type { Change } from '../store/collection';
import type { PoolStore } from '../store/poolStore';
import type { User } from '../store/rows';
import { maskEmail } from '../users/email';
import type { Mailbox } from './mailbox';
import { purposes, type Purpose } from './purposes';

/** Codes that were sent to users and have yet to come back. */
export interface SentCodes {
  /** The changes that send a new code, replacing an older one for the same purpose; or LimitExceededException. */
  readonly send: (user: User, purpose: Purpose) => readonly Change[];
  /** Judges a code inside a transaction; the caller must write the verdict's changes even if the code is refused. */
  readonly judge: (user: User, purpose: Purpose, code: string) => Verdict;
  /** The changes that remove all codes of a user. */
  readonly forget: (userId: string) => readonly Change[];
}

export interface Verdict {
  /** Undefined when the code is right. */
  readonly refusal?: CognitoError;
  readonly changes: readonly Change[];
}

export interface SentCodesOptions {
  readonly store: Pick<PoolStore, 'codes'>;
  readonly mailbox: Pick<Mailbox, 'deliver'>;
  readonly clock: Clock;
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html allows five messages an hour, and at least five tries. */
const messagesPerHour = 5;
const triesPerCode = 5;
const hour = 3_600_000;

export const createSentCodes = ({ store, mailbox, clock }: SentCodesOptions): SentCodes => ({
  send: (user, purpose) => {
    const now = clock();
    const id = codeId(user.id, purpose);
    const sentAt = (store.codes.get(id)?.sentAt ?? []).filter((time) => time > now - hour);
    if (sentAt.length >= messagesPerHour) throw attemptLimitExceeded();
    const { hours, subject } = purposes[purpose];
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const destination = destinationOf(user, purpose);
    return [
      store.codes.put({ id, code, destination, expiresAt: now + hours * hour, failures: 0, sentAt: [...sentAt, now] }),
      ...mailbox.deliver({ to: destination, subject, code }),
    ];
  },

  judge: (user, purpose, code) => {
    const sent = store.codes.get(codeId(user.id, purpose));
    if (sent === undefined || sent.code === '' || sent.destination !== destinationOf(user, purpose)) {
      return { refusal: expiredCode(), changes: [] };
    }
    if (sent.failures >= triesPerCode) return { refusal: attemptLimitExceeded(), changes: [] };
    if (clock() >= sent.expiresAt) return { refusal: expiredCode(), changes: [] };
    if (!isSameSecret(sent.code, code)) {
      return { refusal: codeMismatch(), changes: [store.codes.put({ ...sent, failures: sent.failures + 1 })] };
    }
    // The row stays, without its code, so that this hour's messages still count towards the limit.
    return { changes: [store.codes.put({ ...sent, code: '' })] };
  },

  forget: (userId) =>
    Object.keys(purposes).flatMap((purpose) => {
      const id = `${userId}:${purpose}`;
      return store.codes.get(id) === undefined ? [] : [store.codes.remove(id)];
    }),
});

/** Where a code was sent: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CodeDeliveryDetailsType.html */
export const deliveryDetails = (email: string) => ({
  AttributeName: 'email',
  DeliveryMedium: 'EMAIL' as const,
  Destination: maskEmail(email),
});

/** Where a code for this purpose goes: `verifyEmail` codes go to the pending address, if there is one. */
const destinationOf = (user: User, purpose: Purpose): string =>
  (purpose === 'verifyEmail' ? user.pendingEmail : undefined) ?? user.attributes.email ?? '';

const codeId = (userId: string, purpose: Purpose) => `${userId}:${purpose}`;
