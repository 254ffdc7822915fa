import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserCommandFailed } from './errors';

/** The user pool of the twin that runs, and AWS's own client for it. */
export interface FoundPool {
  readonly poolId: string;
  readonly clientId: string;
  readonly client: CognitoIdentityProviderClient;
}

/** Finds the twin whose data folder it is. */
export const findPool = async (directory: string): Promise<FoundPool> => {
  const { userPool, userPoolId, userPoolClientId, region } = await readEndpoints(join(directory, 'endpoints.json'));
  const client = new CognitoIdentityProviderClient({
    endpoint: userPool,
    region,
    // The twin takes any: whoever reaches it runs it.
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return { poolId: userPoolId, clientId: userPoolClientId, client };
};

interface PoolEndpoints {
  readonly userPool: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly region: string;
}

const readEndpoints = async (file: string): Promise<PoolEndpoints> => {
  try {
    const endpoints: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (isPoolEndpoints(endpoints)) return endpoints;
  } catch {
    // Not there, or cut short: either way nobody who runs it wrote it.
  }
  throw new UserCommandFailed(`No twin runs with this data (${file}). Start it with: npm run dev`);
};

const isPoolEndpoints = (value: unknown): value is PoolEndpoints =>
  typeof value === 'object' &&
  value !== null &&
  ['userPool', 'userPoolId', 'userPoolClientId', 'region'].every(
    (name) => typeof Reflect.get(value, name) === 'string',
  );
