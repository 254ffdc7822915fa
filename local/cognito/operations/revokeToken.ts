import type { RevokeTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../errors';
import { clientId, token } from '../input/members';
import type { Services } from '../services';
import { requireClient } from '../settings';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html */
export const revokeToken = operation(
  { ClientId: clientId, Token: token },
  async (
    { ClientId, Token },
    { settings, store, grants }: Pick<Services, 'settings' | 'store' | 'grants'>,
  ): Promise<RevokeTokenResponse> => {
    requireClient(settings, ClientId);
    if (!settings.client.enableTokenRevocation) {
      throw new CognitoError('UnsupportedOperationException', 'Token revocation is not enabled for this client.');
    }
    if (Token.split('.').length === 3) {
      throw new CognitoError('UnsupportedTokenTypeException', 'Only refresh tokens can be revoked.');
    }
    await store.transact((write) => {
      const grant = grants.find(Token);
      if (grant !== undefined && grant.clientId !== ClientId) {
        throw new CognitoError('UnauthorizedException', 'The token was not issued to this client.');
      }
      // RFC 7009, 2.2: an unknown or already revoked token is no error.
      if (grant !== undefined && !grant.isRevoked) write(grants.revoke(grant));
    });
    return {};
  },
);
