import { pool, poolClient } from '../../config/pool';
import type { Clock } from '../clock';
import { openUserPool } from '../cognito/openUserPool';
import { place } from '../place';
import type { Data } from './openData';

interface PoolOptions {
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly origins?: readonly string[];
}

/** The twin's user pool, as `config/pool.ts` describes it. */
export const openPool = ({ folder }: Data, { clock, log, origins = [] }: PoolOptions) => {
  const { oauth } = poolClient;
  return openUserPool({
    poolId: place.userPoolId,
    clientId: place.userPoolClientId,
    region: place.region,
    pool,
    client: {
      ...poolClient,
      oauth: {
        ...oauth,
        callbackUrls: [...oauth.callbackUrls, ...origins],
        logoutUrls: [...oauth.logoutUrls, ...origins],
      },
    },
    file: folder.userPool,
    clock,
    log,
  });
};
