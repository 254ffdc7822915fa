import { Aws } from 'aws-cdk-lib';
import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';

/**
 * Makes the pool send its mails through SES, from an address whose domain is verified there in the pool's own region.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
 */
export const emailSettings = (from: string): CfnUserPool.EmailConfigurationProperty => ({
  emailSendingAccount: 'DEVELOPER',
  from,
  sourceArn: `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:identity/${from.split('@')[1]}`,
});
