import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../../../clock';
import type { Change } from '../../store/collection';
import type { PoolStore } from '../../store/poolStore';
import type { Authorization } from '../../store/rows';

/** Authorization codes. Each works once and for five minutes, even across a restart. */
export interface AuthorizationCodes {
  readonly issue: (what: Authorized) => Promise<string>;
  /** Redeems a code: who authorized what; undefined if the code is unknown, used or expired. */
  readonly take: (code: string) => Promise<Authorization | undefined>;
  /** Records the grant made for a redeemed code, so that `grantOf` can find it. */
  readonly settle: (taken: Authorization, grantId: string) => Change;
  /** The grant made for a code that was redeemed before, to be revoked if the code is used again. RFC 6749, 4.1.2 */
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
