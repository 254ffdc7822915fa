import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient, STSServiceException } from '@aws-sdk/client-sts';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { AccountNotReady, isForbidden, unreachable } from './errors';

/**
 * Checks that the account of the environment's credentials can be deployed to; rejects with AccountNotReady, which says
 * why not in one line, before a minute is spent on synthesis.
 */
export const checkAccount = async (): Promise<void> => {
  const region = await regionOf(new STSClient({}));
  refuseOptIn(region);
  const account = await accountOf(new STSClient({ region, maxAttempts: 1 }));
  await findBootstrap(new SSMClient({ region, maxAttempts: 1 }), `aws://${account}/${region}`);
};

const regionOf = async ({ config }: STSClient): Promise<string> => {
  try {
    return await config.region();
  } catch (cause) {
    throw new AccountNotReady('No region is set. Set AWS_REGION, or a region in your AWS profile.', { cause });
  }
};

/**
 * Refuses opt-in regions: CloudFront does not deliver the page's logs to a bucket in one.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
 */
const refuseOptIn = (region: string): void => {
  if (!RegionInfo.get(region).isOptInRegion) return;
  throw new AccountNotReady(
    `CloudFront delivers no logs to ${region}, an opt-in region. Choose another, such as eu-west-1.`,
  );
};

const accountOf = async (client: STSClient): Promise<string> => {
  try {
    const { Account = '' } = await client.send(new GetCallerIdentityCommand({}));
    return Account;
  } catch (cause) {
    if (cause instanceof STSServiceException) {
      throw new AccountNotReady(`AWS rejected the credentials (${cause.name}). Sign in again.`, { cause });
    }
    if (cause instanceof Error && cause.name === 'CredentialsProviderError') {
      throw new AccountNotReady('No AWS credentials were found. Run aws sso login, or set AWS_PROFILE.', { cause });
    }
    throw unreachable(cause);
  }
};

/** What `cdk bootstrap` leaves behind. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
const findBootstrap = async (client: SSMClient, environment: string): Promise<void> => {
  try {
    await client.send(new GetParameterCommand({ Name: '/cdk-bootstrap/hnb659fds/version' }));
  } catch (cause) {
    if (isForbidden(cause)) return;
    if (!(cause instanceof ParameterNotFound)) throw unreachable(cause);
    throw new AccountNotReady(`${environment} is not bootstrapped. Run: npx cdk bootstrap ${environment}`, { cause });
  }
};
