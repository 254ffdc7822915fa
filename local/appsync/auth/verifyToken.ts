import type { Clock } from '../../clock';
import { createBoundedCache } from '../../createBoundedCache';
import { Unauthenticated } from '../errors';
import type { UserPoolOptions } from '../options';
import type { JsonObject } from '../../json';
import type { Caller } from './caller';
import { createKeyFinder } from './jsonWebKeys';
import { createTokenReader } from './jsonWebToken';
import { userPoolCaller, type UserPoolCaller } from './userPoolCaller';

interface Verified {
  readonly token: string;
  readonly caller: UserPoolCaller;
  readonly originJti: string | undefined;
}

/** Verifies a user pool's access or id token as AppSync does; a verified token is cached until it expires. */
export const createTokenVerifier = (userPool: UserPoolOptions, clock: Clock) => {
  const readToken = createTokenReader(createKeyFinder(userPool.keys));
  const verified = createBoundedCache<Verified>(1_000);

  const verify = (token: string): Verified => {
    const { isSigned, readClaims } = readToken(token);
    const claims = readClaims();
    if (!isSigned || !isFor(userPool, claims)) throw refused();
    const { exp, nbf, origin_jti: originJti } = claims;
    if (typeof exp !== 'number' || (nbf !== undefined && !(typeof nbf === 'number' && nbf * 1_000 <= clock()))) {
      throw refused();
    }
    return {
      token,
      caller: userPoolCaller(claims, exp * 1_000),
      originJti: typeof originJti === 'string' ? originJti : undefined,
    };
  };

  return (token: string): Caller => {
    // The end of the signature tells tokens apart, and is faster to hash than a whole token.
    const end = token.slice(-12);
    const kept = verified.get(end);
    const known = kept?.token === token ? kept : undefined;
    const found = known ?? verify(token);
    if (found.caller.expiresAt <= clock()) {
      if (known) verified.delete(end);
      throw new Unauthenticated('Token has expired.');
    }
    if (found.originJti !== undefined && userPool.isRevoked?.(found.originJti)) throw refused();
    if (!known) verified.set(end, found);
    return found.caller;
  };
};

/** Whether this pool issued the token for this client, named by `client_id` in access and by `aud` in id tokens. */
const isFor = ({ issuer, clientId }: UserPoolOptions, claims: JsonObject): boolean => {
  const isForClient =
    (claims.token_use === 'access' && claims.client_id === clientId) ||
    (claims.token_use === 'id' && claims.aud === clientId);
  return isForClient && claims.iss === issuer && typeof claims.sub === 'string' && claims.sub !== '';
};

const refused = () => new Unauthenticated('You are not authorized to make this call.');
