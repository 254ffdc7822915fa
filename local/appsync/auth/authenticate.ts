import type { IncomingMessage } from 'node:http';
import { Unauthenticated } from '../errors';
import type { ApiOptions } from '../options';
import type { Caller } from './caller';
import { iamCaller } from './iamCaller';
import { isSignature, verifySignature } from './verifySignature';
import { createTokenVerifier } from './verifyToken';

/**
 * Finds out who calls, by the `authorization` header: a user-pool token, with or without `Bearer`, or an AWS
 * signature when the API has IAM as a mode.
 */
export const createAuthenticator = ({ userPool, iam, clock }: Pick<ApiOptions, 'userPool' | 'clock' | 'iam'>) => {
  const verifyToken = createTokenVerifier(userPool, clock);
  return async (request: IncomingMessage, body: Buffer): Promise<Caller> => {
    const authorization = request.headers.authorization?.trim() ?? '';
    if (authorization === '') throw new Unauthenticated('Valid authorization header not provided.');
    if (!isSignature(authorization)) return verifyToken(authorization.replace(/^Bearer +/i, ''));
    if (!iam) throw new Unauthenticated('You are not authorized to make this call.');
    return iamCaller(verifySignature(request, body, { secrets: iam, clock }));
  };
};
