import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { CommandFailed } from '../../errors';
import type { Command } from './command';

/** Prints an access token, valid for an hour, and nothing else: `TOKEN=$(npm run -s user -- token EMAIL)`. */
export const token: Command = {
  takes: 'EMAIL',
  does: 'signs a user in and prints the access token, for curl',
  run: async ({ client, clientId, say, askPassword }, email = '') => {
    const parameters = { USERNAME: email, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: await askPassword() };
    const { AuthenticationResult, ChallengeName } = await client.send(
      new InitiateAuthCommand({ ClientId: clientId, AuthFlow: 'USER_AUTH', AuthParameters: parameters }),
    );
    const accessToken = AuthenticationResult?.AccessToken;
    if (accessToken === undefined) {
      throw new CommandFailed(`Sign-in requires ${ChallengeName ?? 'more'}, which this command does not support.`);
    }
    say(accessToken);
  },
};
