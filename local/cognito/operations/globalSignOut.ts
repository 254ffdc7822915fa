import type { GlobalSignOutResponse } from '@aws-sdk/client-cognito-identity-provider';
import { token } from '../input/members';
import type { Services } from '../services';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html */
export const globalSignOut = operation(
  { AccessToken: token },
  async (
    { AccessToken },
    { store, grants, verifyCaller }: Pick<Services, 'store' | 'grants' | 'verifyCaller'>,
  ): Promise<GlobalSignOutResponse> => {
    const { user } = await verifyCaller(AccessToken);
    await store.transact((write) => write(...grants.revokeAll(user.id)));
    return {};
  },
);
