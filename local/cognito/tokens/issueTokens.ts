import { createHash, randomUUID } from 'node:crypto';
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

/**
 * What is special to tokens of the OAuth endpoint. They also have an `at_hash`, which binds the id token to its access
 * token, and a `version`: that of the example on
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export interface EndpointTokens {
  /** The `nonce` of the client's request, repeated in the id token. */
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
  async (user: User, grant: Grant, ofEndpoint?: EndpointTokens): Promise<IssuedTokens> => {
    const issuedAt = Math.floor(clock() / 1000);
    const content = () => ({ jti: randomUUID(), issuedAt, user, grant, groups: groupsOf(store, user) });
    const access = sign(keys, { ...accessClaims(settings, content()), ...(ofEndpoint && { version: 2 }) });
    const [accessToken, idToken] = await Promise.all([
      access,
      sign(keys, {
        ...idClaims(settings, content()),
        ...(ofEndpoint && { at_hash: hashOf(await access), ...ofEndpoint }),
      }),
    ]);
    return { accessToken, idToken, expiresInSeconds: settings.client.accessTokenMinutes * 60 };
  };

/** The `at_hash` claim, which binds an id token to its access token. OpenID Connect Core 1.0, 3.1.3.6 */
const hashOf = (accessToken: string): string =>
  createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url');

const sign = (keys: SigningKeys, claims: JWTPayload): Promise<string> => {
  const { kid, privateKey } = keys.current();
  return new SignJWT(claims).setProtectedHeader({ kid, alg: 'RS256' }).sign(privateKey);
};
