import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../clock';
import { Unauthenticated } from '../errors';
import type { ApiOptions } from '../options';
import { apiKeyCaller } from './apiKeyCaller';
import type { Caller } from './caller';
import { iamCaller } from './iamCaller';
import { isSignature, verifySignature } from './verifySignature';
import { createTokenVerifier } from './verifyToken';

/**
 * Finds out who calls, by the `authorization` header: a user-pool token, with or without `Bearer`, or an AWS
 * signature when the API has IAM as a mode. Where it has keys, `x-api-key` does when there is no such header.
 */
export const createAuthenticator = ({
  userPool,
  iam,
  apiKeys,
  clock,
}: Pick<ApiOptions, 'userPool' | 'clock' | 'iam' | 'apiKeys'>) => {
  const verifyToken = createTokenVerifier(userPool, clock);
  return async (request: IncomingMessage, body: Buffer): Promise<Caller> => {
    const authorization = request.headers.authorization?.trim() ?? '';
    const apiKey = request.headers['x-api-key'];
    if (authorization === '' && typeof apiKey === 'string' && apiKeys) return callerOfKey(apiKey, apiKeys, clock);
    if (authorization === '') throw new Unauthenticated('Valid authorization header not provided.');
    if (!isSignature(authorization)) return verifyToken(authorization.replace(/^Bearer +/i, ''));
    if (!iam) throw new Unauthenticated('You are not authorized to make this call.');
    return iamCaller(verifySignature(request, body, { secrets: iam, clock }));
  };
};

const callerOfKey = (apiKey: string, keys: Readonly<Record<string, number>>, clock: Clock): Caller => {
  const expiresAt = Object.hasOwn(keys, apiKey) ? keys[apiKey] : undefined;
  if (expiresAt === undefined || expiresAt * 1_000 <= clock()) {
    throw new Unauthenticated('You are not authorized to make this call.');
  }
  return apiKeyCaller;
};
