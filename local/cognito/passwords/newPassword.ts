import type { Services } from '../services';
import type { User } from '../store/rows';
import { checkPolicy } from './checkPolicy';
import { createStoredPassword } from './storedPassword';

/** The changes to a user who now has this password of their own; refuses one that breaks the policy. */
export const permanentPassword = async (
  { settings }: Pick<Services, 'settings'>,
  userId: string,
  password: string,
): Promise<Pick<User, 'password' | 'passwordExpiresAt'>> => {
  checkPolicy(settings.pool.passwordPolicy, password);
  const stored = await createStoredPassword({ poolName: settings.poolName, userId }, password);
  return { password: stored, passwordExpiresAt: undefined };
};

/** The same for a password that an administrator set: it expires after some days and only serves to set another. */
export const temporaryPassword = async (
  services: Pick<Services, 'settings' | 'clock'>,
  userId: string,
  password: string,
): Promise<Pick<User, 'password' | 'passwordExpiresAt'>> => ({
  ...(await permanentPassword(services, userId, password)),
  passwordExpiresAt:
    services.clock() + services.settings.pool.passwordPolicy.temporaryPasswordValidityDays * 86_400_000,
});
