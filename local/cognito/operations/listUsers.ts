import type { ListUsersResponse } from '@aws-sdk/client-cognito-identity-provider';
import { integer, list, optional } from '../input/check';
import { attributeName } from '../input/members';
import { text } from '../input/text';
import type { Services } from '../services';
import { describeUser } from '../users/describeUser';
import { parseUserFilter } from '../users/parseUserFilter';
import { pageOf } from './pageOf';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html */
export const listUsers = adminOperation(
  {
    AttributesToGet: optional(list(attributeName)),
    Limit: optional(integer(0, 60)),
    PaginationToken: optional(text({ least: 1 })),
    Filter: optional(text({ most: 256 })),
  },
  async (input, services: Pick<Services, 'store'>): Promise<ListUsersResponse> => {
    const matching = services.store.users.all().filter(parseUserFilter(input.Filter));
    const { rows, nextToken } = pageOf(matching, input.Limit, input.PaginationToken);
    const wanted = input.AttributesToGet;
    const users = rows.map(describeUser).map((user) => ({
      ...user,
      Attributes: user.Attributes?.filter(({ Name = '' }) => wanted === undefined || wanted.includes(Name)),
    }));
    return { Users: users, PaginationToken: nextToken };
  },
);
