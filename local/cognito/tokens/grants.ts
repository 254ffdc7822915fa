import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { invalidRefreshToken, notAuthorized } from '../errors';
import type { Settings } from '../settings';
import type { Change } from '../store/collection';
import type { PoolStore } from '../store/poolStore';
import type { Grant, User } from '../store/rows';
import { selfServiceScope } from './scopes';

/** Sign-ins and their refresh tokens. */
export interface Grants {
  /** A new sign-in: its refresh token (the store keeps only a hash) and the change that records it. */
  readonly create: (
    user: User,
    scope?: string,
  ) => { readonly grant: Grant; readonly refreshToken: string; readonly change: Change };
  /** The grant of a valid refresh token of this client; else NotAuthorizedException. */
  readonly require: (refreshToken: string, clientId: string) => Grant;
  /** The grant of a refresh token, even if it is revoked or expired. */
  readonly find: (refreshToken: string) => Grant | undefined;
  readonly revoke: (grant: Grant) => Change;
  /** Ends every sign-in of a user. */
  readonly revokeAll: (userId: string) => readonly Change[];
  /** True for the `origin_jti` of a sign-in that was revoked, or that this pool does not know. */
  readonly isRevoked: (originJti: string) => boolean;
}

export interface GrantsOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly store: Pick<PoolStore, 'grants'>;
}

export const createGrants = ({ settings, clock, store }: GrantsOptions): Grants => {
  const find = (refreshToken: string) => store.grants.find(`refresh:${hash(refreshToken)}`);

  return {
    find,
    create: (user, scope = selfServiceScope) => {
      const refreshToken = randomBytes(96).toString('base64url');
      const grant = {
        id: randomUUID(),
        userId: user.id,
        clientId: settings.clientId,
        eventId: randomUUID(),
        refreshHash: hash(refreshToken),
        scope,
        signedInAt: clock(),
        expiresAt: clock() + settings.client.refreshTokenDays * 86_400_000,
        isRevoked: false,
      };
      return { grant, refreshToken, change: store.grants.put(grant) };
    },
    require: (refreshToken, clientId) => {
      const grant = find(refreshToken);
      if (grant === undefined || grant.clientId !== clientId) throw invalidRefreshToken();
      if (grant.isRevoked) throw notAuthorized('Refresh Token has been revoked');
      if (clock() >= grant.expiresAt) throw notAuthorized('Refresh Token has expired');
      return grant;
    },
    revoke: (grant) => store.grants.put({ ...grant, isRevoked: true }),
    revokeAll: (userId) =>
      store.grants
        .all()
        .filter((grant) => grant.userId === userId && !grant.isRevoked)
        .map((grant) => store.grants.put({ ...grant, isRevoked: true })),
    isRevoked: (originJti) => store.grants.get(originJti)?.isRevoked ?? true,
  };
};

const hash = (refreshToken: string) => createHash('sha256').update(refreshToken).digest('base64url');
