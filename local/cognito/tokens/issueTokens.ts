import { randomUUID } from 'node:crypto';
import { SignJWT, type JWTPayload } from 'jose';
import type { Clock } from '../../clock';
import type { Settings } from '../settings';
import type { PoolStore } from '../store/poolStore';
import type { Grant, User } from '../store/rows';
import { groupsOf } from '../users/groups';
import { accessClaims, idClaims } from './claims';
import type { SigningKeys } from './signingKeys';

/** A fresh access token and id token of one sign-in. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly idToken: string;
  /** Of the access token. */
  readonly expiresInSeconds: number;
}

/** Claims of one id token that no store knows. */
export interface IdTokenExtras {
  /** What the client asked to have repeated. */
  readonly nonce?: string;
}

export interface IssuerOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly keys: SigningKeys;
  readonly store: Pick<PoolStore, 'groups'>;
}

/** Signs tokens for a user under a grant, with the user's groups and attributes as they are now. */
export const createIssuer =
  ({ settings, clock, keys, store }: IssuerOptions) =>
  async (user: User, grant: Grant, extras: IdTokenExtras = {}): Promise<IssuedTokens> => {
    const issuedAt = Math.floor(clock() / 1000);
    const content = () => ({ jti: randomUUID(), issuedAt, user, grant, groups: groupsOf(store, user) });
    const [accessToken, idToken] = await Promise.all([
      sign(keys, accessClaims(settings, content())),
      sign(keys, { ...idClaims(settings, content()), ...extras }),
    ]);
    return { accessToken, idToken, expiresInSeconds: settings.client.accessTokenMinutes * 60 };
  };

const sign = (keys: SigningKeys, claims: JWTPayload): Promise<string> => {
  const { kid, privateKey } = keys.current();
  return new SignJWT(claims).setProtectedHeader({ kid, alg: 'RS256' }).sign(privateKey);
};
