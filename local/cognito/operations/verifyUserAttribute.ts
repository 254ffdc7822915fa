import type { VerifyUserAttributeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { attributeName, confirmationCode, token } from '../input/members';
import type { Services } from '../services';
import { requireUser } from '../users/findUser';
import { requireFreeEmail } from '../users/requireFreeEmail';
import { requireVerifiable } from './getUserAttributeVerificationCode';
import { operation } from './operation';

/**
 * The pending address replaces the current one; without a pending address, the current one becomes verified.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifyUserAttribute.html
 */
export const verifyUserAttribute = operation(
  { AccessToken: token, AttributeName: attributeName, Code: confirmationCode },
  async (
    { AccessToken, AttributeName, Code },
    { store, codes, clock, verifyCaller }: Pick<Services, 'store' | 'codes' | 'clock' | 'verifyCaller'>,
  ): Promise<VerifyUserAttributeResponse> => {
    const caller = await verifyCaller(AccessToken);
    requireVerifiable(AttributeName);
    const refusal = await store.transact((write) => {
      const user = requireUser(store, caller.user.id);
      const verdict = codes.judge(user, 'verifyEmail', Code);
      write(...verdict.changes);
      if (verdict.refusal) return verdict.refusal;
      const email = user.pendingEmail ?? user.attributes.email ?? '';
      requireFreeEmail(store, email, user.id);
      const attributes = { ...user.attributes, email, email_verified: 'true' };
      write(store.users.put({ ...user, attributes, pendingEmail: undefined, modifiedAt: clock() }));
      return undefined;
    });
    if (refusal) throw refusal;
    return {};
  },
);
