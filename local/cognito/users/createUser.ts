import type { User } from '../store/rows';
import { mergeAttributes } from './attributes';

/** What is known of a user at the beginning. */
export interface NewUser extends Pick<User, 'id' | 'status' | 'attributes' | 'password' | 'passwordExpiresAt'> {
  readonly now: number;
}

/** A user as it begins; an address that nobody has proven counts as unverified. */
export const createUser = ({ now, attributes, ...rest }: NewUser): User => ({
  ...rest,
  attributes: mergeAttributes({ email_verified: 'false' }, attributes),
  isEnabled: true,
  groups: [],
  createdAt: now,
  modifiedAt: now,
});
