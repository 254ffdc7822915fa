import type { AdminUpdateUserAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { attributes, username } from '../input/members';
import type { Services } from '../services';
import { parseAttributes } from '../users/attributes';
import { changeAttributes } from '../users/changeAttributes';
import { requireUser } from '../users/findUser';
import { adminOperation } from './operation';

/**
 * A new address takes effect at once if the same request sets `email_verified` to true. Otherwise, where the pool
 * verifies before an update, it stays pending until the code sent to it comes back. AWS does not say what
 * `email_verified` alone does to a pending address; here it applies to the current one.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
 */
export const adminUpdateUserAttributes = adminOperation(
  { Username: username, UserAttributes: attributes },
  async (
    input,
    { settings, store, codes, clock }: Pick<Services, 'settings' | 'store' | 'codes' | 'clock'>,
  ): Promise<AdminUpdateUserAttributesResponse> => {
    const changed = parseAttributes(input.UserAttributes);
    await store.transact((write) => {
      const user = requireUser(store, input.Username);
      const next = { ...changeAttributes({ settings, store }, user, changed), modifiedAt: clock() };
      write(store.users.put(next));
      if (changed.email !== undefined && changed.email === next.pendingEmail) write(...codes.send(next, 'verifyEmail'));
    });
    return {};
  },
);
