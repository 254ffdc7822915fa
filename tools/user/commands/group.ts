import {
  AdminAddUserToGroupCommand,
  AdminGetUserCommand,
  AdminRemoveUserFromGroupCommand,
  CreateGroupCommand,
  GroupExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Command, CommandContext } from './command';

/** Adds a person to a group, which is created if it does not exist, or removes them from it. */
export const group: Command = {
  takes: 'EMAIL GROUP [--remove]',
  does: 'adds a user to a group, or removes them from it',
  run: async (context, email = '', name = '') => {
    const { client, poolId, options, say } = context;
    const target = { UserPoolId: poolId, Username: email, GroupName: name };
    await client.send(new AdminGetUserCommand({ UserPoolId: poolId, Username: email }));
    if (options.remove === true) {
      await client.send(new AdminRemoveUserFromGroupCommand(target));
      return say(`${email} is not in ${name}.`);
    }
    await makeGroup(context, name);
    await client.send(new AdminAddUserToGroupCommand(target));
    return say(`${email} is in ${name}, as of the next token.`);
  },
};

const makeGroup = async ({ client, poolId }: CommandContext, GroupName: string): Promise<void> => {
  try {
    await client.send(new CreateGroupCommand({ UserPoolId: poolId, GroupName }));
  } catch (error) {
    if (!(error instanceof GroupExistsException)) throw error;
  }
};
