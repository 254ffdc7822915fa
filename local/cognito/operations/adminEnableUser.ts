import type { AdminEnableUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { username } from '../input/members';
import type { Services } from '../services';
import { updateUser } from '../users/updateUser';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminEnableUser.html */
export const adminEnableUser = adminOperation(
  { Username: username },
  async (input, services: Pick<Services, 'store' | 'clock'>): Promise<AdminEnableUserResponse> => {
    await updateUser(services, input.Username, () => ({ isEnabled: true }));
    return {};
  },
);
