import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminSetUserPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Command, CommandContext } from './command';

/** Adds a person with a verified address and either a given password or a temporary one, sent to the mailbox. */
export const add: Command = {
  takes: 'EMAIL [--name N] [--invite]',
  does: 'adds a user; with --invite, sends a temporary password to the mailbox',
  run: async (context, email = '') => {
    const { name, invite } = context.options;
    const secret = invite === true ? undefined : await context.askPassword();
    await context.client.send(
      new AdminCreateUserCommand({
        UserPoolId: context.poolId,
        Username: email,
        UserAttributes: [
          { Name: 'email_verified', Value: 'true' },
          ...(typeof name === 'string' ? [{ Name: 'name', Value: name }] : []),
        ],
        ...(secret === undefined ? {} : { MessageAction: 'SUPPRESS' as const }),
      }),
    );
    if (secret !== undefined) await setPassword(context, email, secret);
    context.say(secret === undefined ? `${email} was invited: the password is in the mailbox.` : `${email} was added.`);
  },
};

/** Sets the password; if it is refused, the person is removed again. */
const setPassword = async ({ client, poolId }: CommandContext, email: string, secret: string): Promise<void> => {
  const target = { UserPoolId: poolId, Username: email };
  try {
    await client.send(new AdminSetUserPasswordCommand({ ...target, Password: secret, Permanent: true }));
  } catch (error) {
    await client.send(new AdminDeleteUserCommand(target));
    throw error;
  }
};
