import { Aws } from 'aws-cdk-lib';
import { ServicePrincipal, type PrincipalBase } from 'aws-cdk-lib/aws-iam';

/** AppSync acting for an API of this account only: no other customer's API can borrow the role. */
export const appSyncPrincipal = (): PrincipalBase =>
  new ServicePrincipal('appsync.amazonaws.com').withConditions({
    StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
  });
