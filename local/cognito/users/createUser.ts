import type { StoredPassword, User } from '../store/rows';
import type { Attributes } from './attributes';

export interface NewUser {
  readonly id: string;
  readonly now: number;
  readonly status: User['status'];
  readonly attributes: Attributes;
  readonly password: StoredPassword;
  readonly passwordExpiresAt?: number;
}

/** A user as it begins; what nobody has proven counts as unverified. */
export const createUser = ({ now, attributes, ...rest }: NewUser): User => ({
  ...rest,
  attributes: { email_verified: 'false', ...attributes },
  isEnabled: true,
  groups: [],
  createdAt: now,
  modifiedAt: now,
});
