import type { User } from '../store/rows';
import { mergeAttributes } from './attributes';

/** What is needed to create a user. */
export interface NewUser extends Pick<User, 'id' | 'status' | 'attributes' | 'password' | 'passwordExpiresAt'> {
  readonly now: number;
}

/** A new user; the address is unverified unless the attributes say otherwise. */
export const createUser = ({ now, attributes, ...rest }: NewUser): User => ({
  ...rest,
  attributes: mergeAttributes({ email_verified: 'false' }, attributes),
  isEnabled: true,
  groups: [],
  createdAt: now,
  modifiedAt: now,
});
