import { paginateListUsers, type UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { Command } from './command';

/** Lists everybody, one per line: e-mail address, sub, status. As JSON, an array of objects with these members. */
export const list: Command = {
  takes: '[--json]',
  does: 'lists all users; with --json, for programs',
  run: async ({ client, poolId, options, say, warn }) => {
    const users: UserType[] = [];
    for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId: poolId })) users.push(...Users);
    const people = users.map(describe).sort((one, other) => one.email.localeCompare(other.email));
    if (options.json === true) return say(JSON.stringify(people, null, 2));
    if (people.length === 0) return warn('No users yet.');
    const widest = Math.max(...people.map(({ email }) => email.length));
    for (const { email, sub, status } of people) say([email.padEnd(widest), sub, status].join('  '));
  },
};

interface Person {
  readonly email: string;
  readonly sub: string;
  readonly status: string;
}

const describe = ({ Username: sub = '', Attributes = [], UserStatus, Enabled }: UserType): Person => {
  const email = Attributes.find(({ Name }) => Name === 'email')?.Value ?? '';
  return { email, sub, status: Enabled === false ? 'DISABLED' : (UserStatus ?? '') };
};
