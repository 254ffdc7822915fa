import { invalidParameter } from '../errors';
import type { Attributes } from './attributes';
import { isEmail } from './email';

/** The attributes of a new user whose user name is an address: it becomes `email`, and no other may be given. */
export const withEmailUsername = (username: string, attributes: Attributes): Attributes => {
  if (!isEmail(username)) throw invalidParameter('Username should be an email.');
  if (attributes.email !== undefined && attributes.email.toLowerCase() !== username.toLowerCase()) {
    throw invalidParameter('User email should be empty or same as username, since username attribute is email');
  }
  return { ...attributes, email: username };
};
