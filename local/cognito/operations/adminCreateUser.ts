import { randomUUID } from 'node:crypto';
import type { AdminCreateUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../errors';
import { list, optional } from '../input/check';
import { attributes, password, username } from '../input/members';
import { oneOf } from '../input/text';
import { createTemporaryPassword } from '../passwords/createTemporaryPassword';
import { temporaryPassword } from '../passwords/newPassword';
import type { Services } from '../services';
import type { User } from '../store/rows';
import { parseAttributes, type Attributes } from '../users/attributes';
import { createUser } from '../users/createUser';
import { describeUser } from '../users/describeUser';
import { withEmailUsername } from '../users/emailUsername';
import { requireUser } from '../users/findUser';
import { requireUnusedEmail } from '../users/requireFreeEmail';
import { adminOperation } from './operation';

type Needs = Pick<Services, 'settings' | 'store' | 'clock' | 'mailbox'>;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html */
export const adminCreateUser = adminOperation(
  {
    Username: username,
    UserAttributes: optional(attributes),
    TemporaryPassword: optional(password),
    MessageAction: optional(oneOf('RESEND', 'SUPPRESS')),
    DesiredDeliveryMediums: optional(list(oneOf('SMS', 'EMAIL'))),
  },
  async (
    { Username, UserAttributes, TemporaryPassword, MessageAction },
    services: Needs,
  ): Promise<AdminCreateUserResponse> => {
    const { settings } = services;
    const secret = TemporaryPassword ?? createTemporaryPassword(settings.pool.passwordPolicy);
    if (MessageAction === 'RESEND') return { User: describeUser(await inviteAgain(services, Username, secret)) };
    const attributesOfUser = withEmailUsername(Username, parseAttributes(UserAttributes));
    const user = await create(services, { attributes: attributesOfUser, secret, silent: MessageAction === 'SUPPRESS' });
    return { User: describeUser(user) };
  },
);

interface Invitation {
  readonly attributes: Attributes;
  readonly secret: string;
  readonly silent: boolean;
}

const create = async (services: Needs, { attributes, secret, silent }: Invitation): Promise<User> => {
  const { store, clock } = services;
  const id = randomUUID();
  const stored = await temporaryPassword(services, id, secret);
  const user = createUser({ id, now: clock(), status: 'FORCE_CHANGE_PASSWORD', attributes, ...stored });
  await store.transact((write) => {
    requireUnusedEmail(store, attributes.email ?? '');
    write(store.users.put(user), ...(silent ? [] : message(services, user, secret)));
  });
  return user;
};

/** Sets and sends a new temporary password for a user who has not yet replaced the first one. */
const inviteAgain = async (services: Needs, login: string, secret: string): Promise<User> => {
  const { store, clock } = services;
  const { id } = requireUser(store, login);
  const changed = await temporaryPassword(services, id, secret);
  return store.transact((write) => {
    const user = requireUser(store, id);
    if (user.status !== 'FORCE_CHANGE_PASSWORD') {
      throw new CognitoError(
        'UnsupportedUserStateException',
        'Resend not possible. User status is not FORCE_CHANGE_PASSWORD',
      );
    }
    const next = { ...user, ...changed, modifiedAt: clock() };
    write(store.users.put(next), ...message(services, next, secret));
    return next;
  });
};

const message = ({ mailbox }: Needs, user: User, secret: string) =>
  mailbox.deliver({ to: user.attributes.email ?? '', subject: 'Your temporary password', code: secret });
