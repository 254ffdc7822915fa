import type { Services } from '../services';
import type { User } from '../store/rows';
import { mergeAttributes, type Attributes } from './attributes';
import { requireFreeEmail } from './requireFreeEmail';

/**
 * Changes a user's attributes. Where the pool verifies before an update, a new address is only pending, and the current
 * one stays as it is; with `email_verified` true it takes effect at once. Each address given replaces the pending one.
 * Another user's address is refused here and again when its code comes back: a pending address reserves nothing.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html
 */
export const changeAttributes = (
  { settings, store }: Pick<Services, 'settings' | 'store'>,
  user: User,
  changed: Attributes,
): User => {
  const { email, email_verified: verified, ...others } = changed;
  if (email === undefined) return { ...user, attributes: mergeAttributes(user.attributes, changed) };
  requireFreeEmail(store, email, user.id);
  const isNew = email !== user.attributes.email;
  if (isNew && verified !== 'true' && settings.pool.attributesRequireVerificationBeforeUpdate.includes('email')) {
    return { ...user, pendingEmail: email, attributes: mergeAttributes(user.attributes, others) };
  }
  const proven = isNew ? { email_verified: 'false', ...changed } : changed;
  return { ...user, pendingEmail: undefined, attributes: mergeAttributes(user.attributes, proven) };
};
