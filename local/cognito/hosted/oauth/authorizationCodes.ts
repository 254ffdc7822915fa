import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../../../clock';
import type { Change } from '../../store/collection';
import type { PoolStore } from '../../store/poolStore';
import type { Authorization } from '../../store/rows';

/** Codes on their way through the browser. A code serves once and for five minutes, also after a restart. */
export interface AuthorizationCodes {
  readonly issue: (what: Authorized) => Promise<string>;
  /** What the code stands for, and from now on nothing; undefined if it serves no more. */
  readonly take: (code: string) => Promise<Authorization | undefined>;
  /** Notes what came of a code that was taken, so that it can be undone. */
  readonly settle: (taken: Authorization, grantId: string) => Change;
  /** The grant that came of a code that was taken before. RFC 6749, 4.1.2: it is to be revoked. */
  readonly grantOf: (code: string) => string | undefined;
}

/** Who authorized what. */
export type Authorized = Pick<Authorization, 'request' | 'userId' | 'signedInAt'>;

const lifetimeMilliseconds = 5 * 60_000;

export interface AuthorizationCodesOptions {
  readonly store: Pick<PoolStore, 'authorizations' | 'transact'>;
  readonly clock: Clock;
}

export const createAuthorizationCodes = ({ store, clock }: AuthorizationCodesOptions): AuthorizationCodes => {
  const { authorizations, transact } = store;

  return {
    issue: async (what) => {
      const code = randomUUID();
      const expiresAt = clock() + lifetimeMilliseconds;
      await transact((write) => write(authorizations.put({ ...what, id: hash(code), expiresAt, isTaken: false })));
      return code;
    },
    take: (code) =>
      transact((write) => {
        const found = authorizations.get(hash(code));
        if (found === undefined || found.isTaken || found.expiresAt <= clock()) return undefined;
        write(authorizations.put({ ...found, isTaken: true }));
        return found;
      }),
    settle: (taken, grantId) => authorizations.put({ ...taken, isTaken: true, grantId }),
    grantOf: (code) => authorizations.get(hash(code))?.grantId,
  };
};

const hash = (code: string) => createHash('sha256').update(code).digest('base64url');
