import type { AdminSetUserPasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { flag, optional } from '../input/check';
import { password, username } from '../input/members';
import { permanentPassword, temporaryPassword } from '../passwords/newPassword';
import type { Services } from '../services';
import { requireUser } from '../users/findUser';
import { updateUser } from '../users/updateUser';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserPassword.html */
export const adminSetUserPassword = adminOperation(
  { Username: username, Password: password, Permanent: optional(flag) },
  async (input, services: Pick<Services, 'settings' | 'store' | 'clock'>): Promise<AdminSetUserPasswordResponse> => {
    const { id } = requireUser(services.store, input.Username);
    const set = input.Permanent ? permanentPassword : temporaryPassword;
    const changed = await set(services, id, input.Password);
    const status = input.Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
    await updateUser(services, id, () => ({ ...changed, status }));
    return {};
  },
);
