import type { AdminGetUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { poolId, username } from '../input/members';
import type { Services } from '../services';
import { requirePool } from '../settings';
import { listAttributes } from '../users/attributes';
import { describeState } from '../users/describeUser';
import { requireUser } from '../users/findUser';
import { mfaInAnswer } from '../users/mfaInAnswer';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html */
export const adminGetUser = adminOperation(
  { UserPoolId: poolId, Username: username },
  async (input, services: Pick<Services, 'settings' | 'store'>): Promise<AdminGetUserResponse> => {
    requirePool(services.settings, input.UserPoolId);
    const user = requireUser(services.store, input.Username);
    return {
      Username: user.id,
      UserAttributes: listAttributes(user),
      ...describeState(user),
      ...mfaInAnswer(user),
    };
  },
);
