import type { DescribeUserPoolClientResponse } from '@aws-sdk/client-cognito-identity-provider';
import { clientId } from '../input/members';
import type { Services } from '../services';
import { requireClient } from '../settings';
import { describeClient } from './describeClient';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html */
export const describeUserPoolClient = adminOperation(
  { ClientId: clientId },
  async (input, services: Pick<Services, 'settings'>): Promise<DescribeUserPoolClientResponse> => {
    requireClient(services.settings, input.ClientId);
    return { UserPoolClient: describeClient(services.settings) };
  },
);
