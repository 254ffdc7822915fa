import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { readEndpoints } from '../readEndpoints';

/** The user pool of the twin that runs, and AWS's own client for it. */
export interface FoundPool {
  readonly poolId: string;
  readonly clientId: string;
  readonly client: CognitoIdentityProviderClient;
}

/** Finds the twin whose data folder it is. */
export const findPool = async (directory: string): Promise<FoundPool> => {
  const { userPool, userPoolId, userPoolClientId, region } = await readEndpoints(directory, needed);
  const client = new CognitoIdentityProviderClient({
    endpoint: userPool,
    region,
    // The twin takes any: whoever reaches it runs it.
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return { poolId: userPoolId, clientId: userPoolClientId, client };
};

const needed = ['userPool', 'userPoolId', 'userPoolClientId', 'region'] as const;
