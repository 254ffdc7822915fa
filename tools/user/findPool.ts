import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { readEndpoints } from '../readEndpoints';

/** The running twin's user pool, and an AWS SDK client for it. */
export interface FoundPool {
  readonly poolId: string;
  readonly clientId: string;
  readonly client: CognitoIdentityProviderClient;
}

/** Finds the user pool of the twin that runs on a data folder. */
export const findPool = async (directory: string): Promise<FoundPool> => {
  const { userPool, userPoolId, userPoolClientId, region } = await readEndpoints(directory, needed);
  const client = new CognitoIdentityProviderClient({
    endpoint: userPool,
    region,
    // The twin's user pool accepts any: whoever can reach it is its developer.
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return { poolId: userPoolId, clientId: userPoolClientId, client };
};

const needed = ['userPool', 'userPoolId', 'userPoolClientId', 'region'] as const;
