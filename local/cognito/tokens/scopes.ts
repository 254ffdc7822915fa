import type { ClientDescription } from '../descriptions';
import type { User } from '../store/rows';
import { readableAttributes, type Attributes } from '../users/attributes';

/** The scope of tokens from the API: the holder may call GetUser and its like. */
export const selfServiceScope = 'aws.cognito.signin.user.admin';

/** The scope that makes a sign-in an OpenID Connect one: with it come an id token and the userInfo endpoint. */
export const openIdScope = 'openid';

/** The scopes of a `scope` claim. */
export const scopesIn = (scope: string): readonly string[] => scope.split(' ').filter((name) => name !== '');

/**
 * The attributes of a user that a scope shows, of those the client may read: `email` and `phone` show their own,
 * `profile` shows all, and so does asking for none of these three.
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
