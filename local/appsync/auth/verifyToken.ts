import type { Clock } from '../../clock';
import { createBoundedCache } from '../createBoundedCache';
import { Unauthenticated } from '../errors';
import type { UserPoolOptions } from '../options';
import type { JsonObject } from '../ports';
import type { Caller } from './caller';
import { createKeyFinder } from './jsonWebKeys';
import { createTokenReader } from './jsonWebToken';
import { userPoolCaller } from './userPoolCaller';

interface Verified {
  readonly caller: Caller;
  readonly expiresAt: number;
  readonly originJti: string | undefined;
}

/** Checks a user pool's access or id token as AppSync does; a token that passed is remembered until it expires. */
export const createTokenVerifier = (userPool: UserPoolOptions, clock: Clock) => {
  const readToken = createTokenReader();
  const findKey = createKeyFinder(userPool.keys);
  const verified = createBoundedCache<Verified>(1_000);

  const verify = async (token: string): Promise<Verified> => {
    const { kid, isRs256, readClaims, isSignedBy } = readToken(token);
    const claims = readClaims();
    const key = isRs256 && kid !== undefined ? await findKey(kid) : undefined;
    if (!key || !isSignedBy(key) || !isFor(userPool, claims)) throw refused();
    const { exp, nbf, origin_jti: originJti } = claims;
    if (typeof exp !== 'number' || (nbf !== undefined && !(typeof nbf === 'number' && nbf * 1_000 <= clock()))) {
      throw refused();
    }
    return {
      caller: { ...userPoolCaller(claims), expiresAt: exp * 1_000 },
      expiresAt: exp * 1_000,
      originJti: typeof originJti === 'string' ? originJti : undefined,
    };
  };

  return async (token: string): Promise<Caller> => {
    const known = verified.get(token);
    const found = known ?? (await verify(token));
    if (found.expiresAt <= clock()) {
      verified.delete(token);
      throw new Unauthenticated('Token has expired.');
    }
    if (found.originJti !== undefined && userPool.isRevoked?.(found.originJti)) throw refused();
    if (!known) verified.set(token, found);
    return found.caller;
  };
};

/** Issued by this pool, for this client: an access token names it `client_id`, an id token `aud`. */
const isFor = ({ issuer, clientId }: UserPoolOptions, claims: JsonObject): boolean => {
  const isForClient =
    (claims.token_use === 'access' && claims.client_id === clientId) ||
    (claims.token_use === 'id' && claims.aud === clientId);
  return isForClient && claims.iss === issuer && typeof claims.sub === 'string' && claims.sub !== '';
};

const refused = () => new Unauthenticated('You are not authorized to make this call.');
