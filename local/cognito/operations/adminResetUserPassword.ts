import type { AdminResetUserPasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { notResettable } from '../errors';
import { username } from '../input/members';
import type { Services } from '../services';
import { requireUser } from '../users/findUser';
import { adminOperation } from './operation';

/**
 * The password stops working, and a code with which to set a new one is sent.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminResetUserPassword.html
 */
export const adminResetUserPassword = adminOperation(
  { Username: username },
  async (
    input,
    { store, codes, clock }: Pick<Services, 'store' | 'codes' | 'clock'>,
  ): Promise<AdminResetUserPasswordResponse> => {
    await store.transact((write) => {
      const user = requireUser(store, input.Username);
      if (user.status !== 'CONFIRMED') throw notResettable();
      const next = { ...user, status: 'RESET_REQUIRED' as const, modifiedAt: clock() };
      write(store.users.put(next), ...codes.send(next, 'forgotPassword'));
    });
    return {};
  },
);
