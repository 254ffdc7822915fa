import { invalidSession, notAuthorized } from '../../errors';
import { password as passwordCheck } from '../../input/members';
import type { Check } from '../../input/check';
import { permanentPassword } from '../../passwords/newPassword';
import { mergeAttributes, parseAttributes, requireWritable } from '../../users/attributes';
import { proceed } from '../proceed';
import { requireParameter } from '../requireParameter';
import { requireSameUser, type Challenge } from './challenge';

/**
 * Replaces the temporary password that an administrator set by one of the user's own. The answer may also set
 * attributes, but not `email`, which is required and already set.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
 */
export const newPasswordRequired: Challenge = async (services, { session: sealed, responses }) => {
  const { settings, store, sessions, clock } = services;
  const session = sessions.require(sealed, 'NEW_PASSWORD_REQUIRED');
  requireSameUser(session, responses);
  const newPassword = requireParameter(responses, 'NEW_PASSWORD');
  checkText(newPassword, 'newPassword');
  const attributes = parseAttributes(attributesIn(responses));
  requireWritable(settings.client, attributes);
  if (attributes.email !== undefined) throw notAuthorized('Cannot modify an already provided email');

  const changed = await permanentPassword(services, session.userId, newPassword);
  const updated = await store.transact((write) => {
    const user = store.users.get(session.userId);
    if (user?.status !== 'FORCE_CHANGE_PASSWORD') throw invalidSession();
    const next = {
      ...user,
      ...changed,
      attributes: mergeAttributes(user.attributes, attributes),
      status: 'CONFIRMED' as const,
      modifiedAt: clock(),
    };
    write(sessions.spend(session), store.users.put(next));
    return next;
  });
  return proceed(services, updated, session.login);
};

const checkText: Check<string> = passwordCheck;

/** `userAttributes.name` in the answer sets the attribute `name`. */
const attributesIn = (responses: Readonly<Record<string, string>>) =>
  Object.entries(responses)
    .filter(([name]) => name.startsWith('userAttributes.'))
    .map(([name, Value]) => ({ Name: name.slice('userAttributes.'.length), Value }));
