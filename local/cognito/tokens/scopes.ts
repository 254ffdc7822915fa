import type { ClientDescription } from '../descriptions';
import type { User } from '../store/rows';
import { readableAttributes, type Attributes } from '../users/attributes';

/** The scope of tokens from the API: the holder may call GetUser and similar operations. */
export const selfServiceScope = 'aws.cognito.signin.user.admin';

/** The scope of an OpenID Connect sign-in: it grants an id token and access to the userInfo endpoint. */
export const openIdScope = 'openid';

/** Splits a space-separated `scope` value. */
export const scopesIn = (scope: string): readonly string[] => scope.split(' ').filter((name) => name !== '');

/**
 * The user's attributes that both the client may read and the scope covers: `email` and `phone` cover their own,
 * `profile` covers all, and so does a scope with none of these three.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
export const attributesInScope = (client: ClientDescription, user: User, scope: string): Attributes => {
  const readable = readableAttributes(client, user);
  const limiting = scopesIn(scope).filter((name) => Object.hasOwn(shownBy, name));
  if (limiting.length === 0 || limiting.includes('profile')) return readable;
  const shown = new Set(limiting.flatMap((name) => shownBy[name] ?? []));
  return Object.fromEntries(Object.entries(readable).filter(([name]) => shown.has(name)));
};

const shownBy: Readonly<Record<string, readonly string[]>> = {
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  profile: [],
};
