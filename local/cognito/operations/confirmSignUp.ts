import type { ConfirmSignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError, expiredCode, notConfirmable, userNotFound } from '../errors';
import { optional } from '../input/check';
import { clientId, confirmationCode, secretHash, session, username } from '../input/members';
import type { Services } from '../services';
import { requireClient } from '../settings';
import { confirmedSignUp } from '../signIn/signUpSession';
import { findUser } from '../users/findUser';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html */
export const confirmSignUp = operation(
  {
    ClientId: clientId,
    SecretHash: optional(secretHash),
    Username: username,
    ConfirmationCode: confirmationCode,
    Session: optional(session),
  },
  async (
    { ClientId, SecretHash, Username, ConfirmationCode, Session },
    services: Pick<Services, 'settings' | 'store' | 'codes' | 'clock' | 'sessions'>,
  ): Promise<ConfirmSignUpResponse> => {
    const { settings, store, codes, clock } = services;
    requireClient(settings, ClientId, SecretHash);
    const outcome = await store.transact((write) => {
      const user = findUser(store, Username);
      if (user === undefined) return settings.client.preventUserExistenceErrors ? expiredCode() : userNotFound();
      if (user.status !== 'UNCONFIRMED') return notConfirmable(user.status);
      const verdict = codes.judge(user, 'confirmSignUp', ConfirmationCode);
      write(...verdict.changes);
      if (verdict.refusal) return verdict.refusal;
      const attributes = { ...user.attributes, email_verified: 'true' };
      const confirmed = { ...user, status: 'CONFIRMED' as const, attributes, modifiedAt: clock() };
      write(store.users.put(confirmed));
      return confirmed;
    });
    if (outcome instanceof CognitoError) throw outcome;
    return confirmedSignUp(services, outcome, { login: Username, session: Session });
  },
);
