import type { AdminGetUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { username } from '../input/members';
import type { Services } from '../services';
import { listAttributes } from '../users/attributes';
import { describeState } from '../users/describeUser';
import { requireUser } from '../users/findUser';
import { mfaInAnswer } from '../users/mfaInAnswer';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html */
export const adminGetUser = adminOperation(
  { Username: username },
  async (input, services: Pick<Services, 'store'>): Promise<AdminGetUserResponse> => {
    const user = requireUser(services.store, input.Username);
    return {
      Username: user.id,
      UserAttributes: listAttributes(user),
      ...describeState(user),
      ...mfaInAnswer(user),
    };
  },
);
