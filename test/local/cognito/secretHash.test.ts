import {
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect } from 'vitest';
import { owner } from './people';
import { itIsRefused } from './sharedPool';
import { clientId as ClientId, password, type RunningPool } from './startPool';

const SecretHash = 'c2VjcmV0';
const user = { ClientId, Username: owner, SecretHash };
const parameters = { USERNAME: owner, SECRET_HASH: SecretHash };

describe('the hash of a secret, which the client does not have,', () => {
  itIsRefused.for<[string, (pool: RunningPool) => Promise<unknown>]>([
    ['SignUp', ({ aws }) => aws.send(new SignUpCommand({ ...user, Password: password }))],
    ['ConfirmSignUp', ({ aws }) => aws.send(new ConfirmSignUpCommand({ ...user, ConfirmationCode: '123456' }))],
    ['ResendConfirmationCode', ({ aws }) => aws.send(new ResendConfirmationCodeCommand(user))],
    ['ForgotPassword', ({ aws }) => aws.send(new ForgotPasswordCommand(user))],
    [
      'ConfirmForgotPassword',
      ({ aws }) =>
        aws.send(new ConfirmForgotPasswordCommand({ ...user, ConfirmationCode: '123456', Password: password })),
    ],
    [
      'InitiateAuth',
      ({ aws }) => aws.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_AUTH', AuthParameters: parameters })),
    ],
    [
      'RespondToAuthChallenge',
      ({ aws }) =>
        aws.send(
          new RespondToAuthChallengeCommand({
            ClientId,
            ChallengeName: 'SELECT_CHALLENGE',
            ChallengeResponses: parameters,
          }),
        ),
    ],
  ])('is refused by %s', async ([_operation, call], { sharedPool }) => {
    await expect(call(sharedPool)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: `App client ${ClientId} is not configured for secret but secret hash was received`,
    });
  });
});
