import { AdminSetUserPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Command } from './command';

/** Sets a permanent password, which works at once. */
export const password: Command = {
  takes: 'EMAIL',
  does: 'sets a password',
  run: async ({ client, poolId, say, askPassword }, email = '') => {
    const Password = await askPassword();
    await client.send(
      new AdminSetUserPasswordCommand({ UserPoolId: poolId, Username: email, Password, Permanent: true }),
    );
    say(`${email} has a new password.`);
  },
};
