import type { GetUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { token } from '../input/members';
import type { Services } from '../services';
import { listAttributes, readableAttributes } from '../users/attributes';
import { mfaInAnswer } from '../users/mfaInAnswer';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html */
export const getUser = operation(
  { AccessToken: token },
  async (
    { AccessToken },
    { settings, verifyCaller }: Pick<Services, 'settings' | 'verifyCaller'>,
  ): Promise<GetUserResponse> => {
    const { user } = await verifyCaller(AccessToken);
    return {
      Username: user.id,
      UserAttributes: listAttributes(user, readableAttributes(settings.client, user)),
      ...mfaInAnswer(user),
    };
  },
);
