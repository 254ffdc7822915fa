import { randomUUID } from 'node:crypto';
import type { SignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { deliveryDetails } from '../codes/sentCodes';
import { optional } from '../input/check';
import { attributes, clientId, password, secretHash, username } from '../input/members';
import { permanentPassword } from '../passwords/newPassword';
import type { Services } from '../services';
import { requireClient } from '../settings';
import { openSignUp } from '../signIn/signUpSession';
import { parseAttributes, requireWritable } from '../users/attributes';
import { createUser } from '../users/createUser';
import { withEmailUsername } from '../users/emailUsername';
import { requireUnusedEmail } from '../users/requireFreeEmail';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html */
export const signUp = operation(
  {
    ClientId: clientId,
    SecretHash: optional(secretHash),
    Username: username,
    Password: password,
    UserAttributes: optional(attributes),
  },
  async (
    { ClientId, SecretHash, Username: email, Password, UserAttributes },
    services: Pick<Services, 'settings' | 'store' | 'codes' | 'clock' | 'sessions'>,
  ): Promise<SignUpResponse> => {
    const { settings, store, codes, clock } = services;
    requireClient(settings, ClientId, SecretHash);
    const given = parseAttributes(UserAttributes);
    const attributesOfUser = withEmailUsername(email, given);
    requireWritable(settings.client, given);
    requireUnusedEmail(store, email);

    const id = randomUUID();
    const user = createUser({
      id,
      now: clock(),
      status: 'UNCONFIRMED',
      attributes: attributesOfUser,
      ...(await permanentPassword({ settings }, id, Password)),
    });
    await store.transact((write) => {
      requireUnusedEmail(store, email);
      write(store.users.put(user), ...codes.send(user, 'confirmSignUp'));
    });
    return {
      UserConfirmed: false,
      CodeDeliveryDetails: deliveryDetails(email),
      UserSub: id,
      ...openSignUp(services, user, email),
    };
  },
);
