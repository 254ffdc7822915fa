import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { pool, poolClient } from '../../../config/pool';
import { systemClock, type Clock } from '../../../local/clock';
import { openUserPool, type UserPool } from '../../../local/cognito/openUserPool';
import type { ClientDescription, PoolDescription } from '../../../local/cognito/descriptions';
import { listen } from '../../../local/http/listen';

export const poolId = 'us-east-1_LocalPool1';
export const clientId = 'localclient000000000000000';
export const password = 'Correct-horse-7-battery';

/** A pool for one test, listening on a free port. */
export interface RunningPool extends AsyncDisposable {
  readonly url: string;
  readonly userPool: UserPool;
  /** An AWS SDK client, with credentials to sign administrators' requests. */
  readonly aws: CognitoIdentityProviderClient;
  readonly log: readonly string[];
  readonly mailedCode: (address: string) => Promise<string>;
}

export interface PoolVariation {
  readonly pool?: Partial<PoolDescription>;
  readonly client?: Partial<ClientDescription>;
  readonly clock?: Clock;
  readonly file?: string;
}

/** Every flow that the pool supports, so that a test can choose. */
export const allFlows = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
];

export const startPool = async (variation: PoolVariation = {}): Promise<RunningPool> => {
  const log: string[] = [];
  const userPool = await openUserPool({
    poolId,
    clientId,
    region: 'us-east-1',
    pool: { ...pool, ...variation.pool },
    client: { ...poolClient, explicitAuthFlows: allFlows, ...variation.client },
    clock: variation.clock ?? systemClock,
    file: variation.file,
    log: (line) => log.push(line),
  });
  const listening = await listen(userPool.listener, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${listening.port}`;
  const aws = new CognitoIdentityProviderClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });

  return {
    url,
    userPool,
    aws,
    log,
    mailedCode: async (address) => {
      const response = await fetch(`${url}/mailbox?username=${encodeURIComponent(address)}`);
      const letter: unknown = await response.json();
      if (typeof letter === 'object' && letter !== null && 'code' in letter) return String(letter.code);
      throw new Error(`No code for ${address}.`);
    },
    [Symbol.asyncDispose]: async () => {
      aws.destroy();
      await listening.close();
      await userPool.close();
    },
  };
};
