import type { IncomingMessage } from 'node:http';
import { Unauthenticated } from '../errors';
import type { ApiOptions } from '../options';
import type { Caller } from './caller';
import { createTokenVerifier } from './verifyToken';

/** Finds out who calls: a user-pool token in `authorization`, with or without `Bearer`. */
export const createAuthenticator = ({ userPool, clock }: Pick<ApiOptions, 'userPool' | 'clock' | 'iam'>) => {
  const verifyToken = createTokenVerifier(userPool, clock);
  return async (request: IncomingMessage, _body: Buffer): Promise<Caller> => {
    const authorization = request.headers.authorization?.trim() ?? '';
    if (authorization === '') throw new Unauthenticated('Valid authorization header not provided.');
    return verifyToken(authorization.replace(/^Bearer +/i, ''));
  };
};
