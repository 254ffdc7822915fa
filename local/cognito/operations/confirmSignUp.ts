import type { ConfirmSignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { expiredCode, notAuthorized, userNotFound } from '../errors';
import { clientId, confirmationCode, username } from '../input/members';
import type { Services } from '../services';
import { requireClient } from '../settings';
import { findUser } from '../users/findUser';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html */
export const confirmSignUp = operation(
  { ClientId: clientId, Username: username, ConfirmationCode: confirmationCode },
  async (
    { ClientId, Username, ConfirmationCode },
    { settings, store, codes, clock }: Pick<Services, 'settings' | 'store' | 'codes' | 'clock'>,
  ): Promise<ConfirmSignUpResponse> => {
    requireClient(settings, ClientId);
    const refusal = await store.transact((write) => {
      const user = findUser(store, Username);
      if (user === undefined) return settings.client.preventUserExistenceErrors ? expiredCode() : userNotFound();
      if (user.status !== 'UNCONFIRMED')
        return notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
      const verdict = codes.judge(user, 'confirmSignUp', ConfirmationCode);
      write(...verdict.changes);
      if (verdict.refusal) return verdict.refusal;
      const attributes = { ...user.attributes, email_verified: 'true' };
      write(store.users.put({ ...user, status: 'CONFIRMED', attributes, modifiedAt: clock() }));
      return undefined;
    });
    if (refusal) throw refusal;
    return {};
  },
);
