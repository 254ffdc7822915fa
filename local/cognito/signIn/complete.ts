import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { incorrectLogin } from '../errors';
import type { Services } from '../services';
import type { User } from '../store/rows';

/** Completes a sign-in: resets the failure count, records the sign-in and answers it. */
export const complete = async (
  { store, lockout, conclude }: Pick<Services, 'store' | 'lockout' | 'conclude'>,
  user: User,
  login: string,
): Promise<InitiateAuthResponse> => {
  const { changes, answer } = conclude(user);
  const current = await store.transact((write) => {
    const found = store.users.get(user.id);
    if (found === undefined || !found.isEnabled) throw incorrectLogin();
    write(...lockout.forgive(login), ...changes);
    return found;
  });
  return answer(current);
};
