import type { Services } from '../services';
import type { User } from '../store/rows';
import { mergeAttributes, type Attributes } from './attributes';
import { requireFreeEmail } from './requireFreeEmail';

/**
 * A user with other attributes. Where the pool verifies first, a new address only waits beside the old one, which stays
 * what it is; an address that comes with `email_verified` counts at once. The last address given is the one that counts
 * or waits. One that somebody has is refused here and when its code comes back, since waiting reserves nothing.
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
