import type { GetTokensFromRefreshTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import { clientId, token } from '../input/members';
import type { Services } from '../services';
import { requireClient } from '../settings';
import { refresh } from '../signIn/refresh';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html */
export const getTokensFromRefreshToken = operation(
  { ClientId: clientId, RefreshToken: token },
  async (
    { ClientId, RefreshToken },
    services: Pick<Services, 'settings' | 'store' | 'grants' | 'issueTokens'>,
  ): Promise<GetTokensFromRefreshTokenResponse> => {
    requireClient(services.settings, ClientId);
    return { AuthenticationResult: await refresh(services, RefreshToken, ClientId) };
  },
);
