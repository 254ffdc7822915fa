import type { ChangePasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { password, token } from '../input/members';
import { permanentPassword } from '../passwords/newPassword';
import type { Services } from '../services';
import { requirePassword } from '../signIn/requirePassword';
import { updateUser } from '../users/updateUser';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html */
export const changePassword = operation(
  { AccessToken: token, PreviousPassword: password, ProposedPassword: password },
  async (
    { AccessToken, PreviousPassword, ProposedPassword },
    services: Pick<Services, 'settings' | 'store' | 'clock' | 'lockout' | 'verifyCaller'>,
  ): Promise<ChangePasswordResponse> => {
    const { user } = await services.verifyCaller(AccessToken);
    await requirePassword(services, user.id, PreviousPassword);
    const changed = await permanentPassword(services, user.id, ProposedPassword);
    await updateUser(services, user.id, () => changed);
    return {};
  },
);
