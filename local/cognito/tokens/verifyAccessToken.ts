import type { Clock } from '../../clock';
import { CognitoError, notAuthorized, userDisabled, userNotFound } from '../errors';
import { optional, type Check, type Checked } from '../input/check';
import { structure } from '../input/structure';
import { text } from '../input/text';
import type { Settings } from '../settings';
import type { PoolStore } from '../store/poolStore';
import type { Grant, User } from '../store/rows';
import { selfServiceScope } from './scopes';
import type { Grants } from './grants';
import type { SigningKeys } from './signingKeys';
import { verifyJws } from './verifyJws';

/** The caller of an operation that takes an access token. */
export interface Caller {
  readonly user: User;
  readonly grant: Grant;
}

export interface AccessTokenOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly keys: SigningKeys;
  readonly grants: Grants;
  readonly store: Pick<PoolStore, 'users' | 'grants'>;
}

/** Returns the caller of a valid access token of this pool with the required scope, or throws Cognito's refusal. */
export const createAccessTokenCheck =
  ({ settings, clock, keys, grants, store }: AccessTokenOptions) =>
  async (token: string, requiredScope = selfServiceScope): Promise<Caller> => {
    const payload = await verifyJws(token, (kid) => (kid === undefined ? undefined : keys.find(kid)));
    const claims = payload === undefined ? undefined : readClaims(payload);
    if (claims === undefined || claims.iss !== settings.issuer || claims.token_use !== 'access') {
      throw notAuthorized('Invalid Access Token');
    }
    if (clock() >= claims.exp * 1000) throw notAuthorized('Access Token has expired');
    const user = store.users.get(claims.sub);
    if (user === undefined) throw userNotFound();
    if (!user.isEnabled) throw userDisabled();
    const grant = store.grants.get(claims.origin_jti);
    if (grant === undefined || grants.isRevoked(grant.id)) throw notAuthorized('Access Token has been revoked');
    if (!(claims.scope ?? '').split(' ').includes(requiredScope)) {
      throw notAuthorized('Access Token does not have required scopes');
    }
    return { user, grant };
  };

const seconds: Check<number> = (value, at) => {
  if (typeof value !== 'number') throw new TypeError(`${at} is not a number.`);
};

const claimsForm = {
  iss: text(),
  sub: text(),
  token_use: text(),
  origin_jti: text(),
  scope: optional(text()),
  exp: seconds,
};
const claimsCheck: Check<Claims> = structure(claimsForm);
type Claims = Checked<ReturnType<typeof structure<typeof claimsForm>>>;

const readClaims = (payload: Uint8Array): Claims | undefined => {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    claimsCheck(claims, '');
    return claims;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof CognitoError) return undefined;
    throw error;
  }
};
