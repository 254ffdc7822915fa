import type { Clock } from '../../clock';
import type { SignedRequest } from '../../signatures/authenticate';
import { isSignature } from '../../signatures/readSignature';
import { Unauthenticated } from '../errors';
import type { ApiOptions } from '../options';
import { apiKeyCaller } from './apiKeyCaller';
import type { Caller } from './caller';
import { signatureCaller } from './signatureCaller';
import { createTokenVerifier } from './verifyToken';

/** Determines who sent a request; rejects with Unauthenticated. */
export type Authenticate = (request: SignedRequest, body: Buffer) => Promise<Caller>;

type AuthOptions = Pick<ApiOptions, 'userPool' | 'clock' | 'iam' | 'apiKeys'>;

/**
 * Authenticates by the `authorization` header: a user-pool token, with or without `Bearer`, or an AWS signature if the
 * API has IAM as a mode. If the API has keys, `x-api-key` is used in the absence of that header.
 */
export const createAuthenticator = ({ userPool, iam, apiKeys, clock }: AuthOptions): Authenticate => {
  const verifyToken = createTokenVerifier(userPool, clock);
  return async (request, body) => {
    const authorization = request.headers.authorization?.trim() ?? '';
    const apiKey = request.headers['x-api-key'];
    if (authorization === '' && typeof apiKey === 'string' && apiKeys) return callerOfKey(apiKey, apiKeys, clock);
    if (authorization === '') throw new Unauthenticated('Valid authorization header not provided.');
    if (!isSignature(authorization)) return verifyToken(authorization.replace(/^Bearer +/i, ''));
    if (!iam) throw new Unauthenticated('You are not authorized to make this call.');
    return signatureCaller(request, body, { principals: iam, clock });
  };
};

const callerOfKey = (apiKey: string, keys: Readonly<Record<string, number>>, clock: Clock): Caller => {
  const expiresAt = Object.hasOwn(keys, apiKey) ? keys[apiKey] : undefined;
  if (expiresAt === undefined || expiresAt * 1_000 <= clock()) {
    throw new Unauthenticated('You are not authorized to make this call.');
  }
  return { ...apiKeyCaller, expiresAt: expiresAt * 1_000 };
};
