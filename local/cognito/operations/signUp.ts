import { randomUUID } from 'node:crypto';
import type { SignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { deliveryDetails } from '../codes/sentCodes';
import { invalidParameter, usernameExists } from '../errors';
import { optional } from '../input/check';
import { attributes, clientId, password, username } from '../input/members';
import { checkPolicy } from '../passwords/checkPolicy';
import { createStoredPassword } from '../passwords/storedPassword';
import type { Services } from '../services';
import { requireClient } from '../settings';
import { parseAttributes, requireWritable } from '../users/attributes';
import { createUser } from '../users/createUser';
import { isEmail } from '../users/email';
import { findUser } from '../users/findUser';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html */
export const signUp = operation(
  { ClientId: clientId, Username: username, Password: password, UserAttributes: optional(attributes) },
  async (
    { ClientId, Username: email, Password, UserAttributes },
    { settings, store, codes, clock }: Pick<Services, 'settings' | 'store' | 'codes' | 'clock'>,
  ): Promise<SignUpResponse> => {
    requireClient(settings, ClientId);
    if (!isEmail(email)) throw invalidParameter('Username should be an email.');
    const given = parseAttributes(UserAttributes);
    if (given.email !== undefined && given.email.toLowerCase() !== email.toLowerCase()) {
      throw invalidParameter('User email should be empty or same as username, since username attribute is email');
    }
    requireWritable(settings.client, given);
    checkPolicy(settings.pool.passwordPolicy, Password);
    requireUnused(store, email);

    const id = randomUUID();
    const stored = await createStoredPassword({ poolName: settings.poolName, userId: id }, Password);
    const user = createUser({
      id,
      now: clock(),
      status: 'UNCONFIRMED',
      attributes: { ...given, email },
      password: stored,
    });
    await store.transact((write) => {
      requireUnused(store, email);
      write(store.users.put(user), ...codes.send(user, 'confirmSignUp'));
    });
    return { UserConfirmed: false, CodeDeliveryDetails: deliveryDetails(email), UserSub: id };
  },
);

const requireUnused = (store: Services['store'], email: string) => {
  if (findUser(store, email)) throw usernameExists('An account with the given email already exists.');
};
