import type { ConfirmForgotPasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { codeMismatch } from '../errors';
import { optional } from '../input/check';
import { clientId, confirmationCode, password, secretHash, username } from '../input/members';
import { permanentPassword } from '../passwords/newPassword';
import type { Services } from '../services';
import { requireClient } from '../settings';
import { findUser } from '../users/findUser';
import { reachUser } from '../users/reachUser';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html */
export const confirmForgotPassword = operation(
  {
    ClientId: clientId,
    SecretHash: optional(secretHash),
    Username: username,
    ConfirmationCode: confirmationCode,
    Password: password,
  },
  async (
    { ClientId, SecretHash, Username, ConfirmationCode, Password },
    { settings, store, codes, clock }: Pick<Services, 'settings' | 'store' | 'codes' | 'clock'>,
  ): Promise<ConfirmForgotPasswordResponse> => {
    requireClient(settings, ClientId, SecretHash);
    const id = findUser(store, Username)?.id ?? '';
    // The policy is checked first, so that a weak password does not use up the code.
    const changed = await permanentPassword({ settings }, id, Password);
    const refusal = await store.transact((write) => {
      const user = reachUser(settings, store.users.get(id));
      if (user === undefined) return codeMismatch();
      const verdict = codes.judge(user, 'forgotPassword', ConfirmationCode);
      write(...verdict.changes);
      if (verdict.refusal) return verdict.refusal;
      write(store.users.put({ ...user, ...changed, status: 'CONFIRMED', modifiedAt: clock() }));
      if (store.failures.get(user.id) !== undefined) write(store.failures.remove(user.id));
      return undefined;
    });
    if (refusal) throw refusal;
    return {};
  },
);
