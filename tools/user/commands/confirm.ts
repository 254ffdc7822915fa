import { AdminConfirmSignUpCommand, AdminUpdateUserAttributesCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Command } from './command';

/** Confirms a sign-up without its code, with the same effect as the code. */
export const confirm: Command = {
  takes: 'EMAIL',
  does: 'confirms a sign-up without its code',
  run: async ({ client, poolId, say }, email = '') => {
    const target = { UserPoolId: poolId, Username: email };
    await client.send(new AdminConfirmSignUpCommand(target));
    // AdminConfirmSignUp does not verify the address, and account recovery needs a verified one.
    const UserAttributes = [{ Name: 'email_verified', Value: 'true' }];
    await client.send(new AdminUpdateUserAttributesCommand({ ...target, UserAttributes }));
    say(`${email} was confirmed.`);
  },
};
