import type { AdminConfirmSignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { notConfirmable } from '../errors';
import { poolId, username } from '../input/members';
import type { Services } from '../services';
import { requirePool } from '../settings';
import { updateUser } from '../users/updateUser';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html */
export const adminConfirmSignUp = adminOperation(
  { UserPoolId: poolId, Username: username },
  async (input, services: Pick<Services, 'settings' | 'store' | 'clock'>): Promise<AdminConfirmSignUpResponse> => {
    requirePool(services.settings, input.UserPoolId);
    await updateUser(services, input.Username, ({ status }) => {
      if (status !== 'UNCONFIRMED') throw notConfirmable(status);
      return { status: 'CONFIRMED' };
    });
    return {};
  },
);
