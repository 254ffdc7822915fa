import { AdminDeleteUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Command } from './command';

/** Removes a person; their tokens stop working. */
export const remove: Command = {
  takes: 'EMAIL',
  does: 'deletes a user; their files stay',
  run: async ({ client, poolId, say }, email = '') => {
    await client.send(new AdminDeleteUserCommand({ UserPoolId: poolId, Username: email }));
    say(`${email} was deleted.`);
  },
};
