import { invalidParameter } from '../errors';
import type { User } from '../store/rows';

/**
 * The predicate of ListUsers' Filter, which tests one attribute: `email = "a@b.c"` or `email ^= "a"`.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
 */
export const parseUserFilter = (filter = ''): ((user: User) => boolean) => {
  if (filter.trim() === '') return () => true;
  const [, name = '', operator, quoted = ''] = form.exec(filter) ?? [];
  const valueOf = Object.hasOwn(searchable, name) ? searchable[name] : undefined;
  if (valueOf === undefined) throw invalidParameter('Error while parsing filter.');
  const wanted = quoted.replace(/\\(.)/g, '$1');
  return (user) => {
    const value = valueOf(user);
    return operator === '=' ? value === wanted : (value?.startsWith(wanted) ?? false);
  };
};

const form = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/;

const attribute = (name: string) => (user: User) => user.attributes[name];

/** The attributes that a filter may test. */
const searchable: Readonly<Record<string, (user: User) => string | undefined>> = {
  username: (user) => user.id,
  sub: (user) => user.id,
  'cognito:user_status': (user) => user.status,
  status: (user) => (user.isEnabled ? 'Enabled' : 'Disabled'),
  email: attribute('email'),
  phone_number: attribute('phone_number'),
  name: attribute('name'),
  given_name: attribute('given_name'),
  family_name: attribute('family_name'),
  preferred_username: attribute('preferred_username'),
};
