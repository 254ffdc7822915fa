import type { AdminConfirmSignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { notConfirmable } from '../errors';
import { username } from '../input/members';
import type { Services } from '../services';
import { updateUser } from '../users/updateUser';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html */
export const adminConfirmSignUp = adminOperation(
  { Username: username },
  async (input, services: Pick<Services, 'store' | 'clock'>): Promise<AdminConfirmSignUpResponse> => {
    await updateUser(services, input.Username, ({ status }) => {
      if (status !== 'UNCONFIRMED') throw notConfirmable(status);
      return { status: 'CONFIRMED' };
    });
    return {};
  },
);
