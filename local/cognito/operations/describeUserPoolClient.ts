import type { DescribeUserPoolClientResponse } from '@aws-sdk/client-cognito-identity-provider';
import { clientId, poolId } from '../input/members';
import type { Services } from '../services';
import { requireClient, requirePool } from '../settings';
import { describeClient } from './describeClient';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html */
export const describeUserPoolClient = adminOperation(
  { UserPoolId: poolId, ClientId: clientId },
  async (input, services: Pick<Services, 'settings'>): Promise<DescribeUserPoolClientResponse> => {
    requirePool(services.settings, input.UserPoolId);
    requireClient(services.settings, input.ClientId);
    return { UserPoolClient: describeClient(services.settings) };
  },
);
