import { paginateListUsers, type UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { Command } from './command';

/** Lists everybody, one per line: e-mail address, sub, status. */
export const list: Command = {
  takes: '',
  does: 'lists all users',
  run: async ({ client, poolId, say }) => {
    const people: UserType[] = [];
    for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId: poolId })) people.push(...Users);
    if (people.length === 0) return say('No users yet.');
    const rows = people.map(describe).sort(([one = ''], [other = '']) => one.localeCompare(other));
    const widest = Math.max(...rows.map(([email = '']) => email.length));
    for (const [email = '', ...rest] of rows) say([email.padEnd(widest), ...rest].join('  '));
  },
};

const describe = ({ Username = '', Attributes = [], UserStatus, Enabled }: UserType): readonly string[] => {
  const email = Attributes.find(({ Name }) => Name === 'email')?.Value ?? '';
  const state = Enabled === false ? 'DISABLED' : (UserStatus ?? '');
  return [email, Username, state];
};
