import type { ClientDescription, PoolDescription, UserPoolOptions } from './descriptions';
import { invalidParameter, resourceNotFound } from './errors';

/** The pool's identity and rules, as every operation sees them. */
export interface Settings {
  readonly poolId: string;
  /** The part of the pool id after `_`, which SRP hashes. */
  readonly poolName: string;
  readonly clientId: string;
  /** Has the form of the real service, so that unmodified verifiers accept the tokens. */
  readonly issuer: string;
  readonly pool: PoolDescription;
  readonly client: ClientDescription;
}

export const createSettings = ({ poolId, clientId, region, pool, client }: UserPoolOptions): Settings => ({
  poolId,
  poolName: poolId.slice(poolId.indexOf('_') + 1),
  clientId,
  issuer: `https://cognito-idp.${region}.amazonaws.com/${poolId}`,
  pool,
  client,
});

/**
 * Refuses an app client that is not this pool's, and the hash of a secret, since this client has none (in words that
 * https://github.com/pmill/aws-cognito/pull/23 reports).
 */
export const requireClient = (settings: Settings, clientId: string, secretHash?: string): void => {
  if (clientId !== settings.clientId) throw resourceNotFound(`User pool client ${clientId} does not exist.`);
  if (secretHash === undefined) return;
  throw invalidParameter(`App client ${clientId} is not configured for secret but secret hash was received`);
};

/** Refuses a pool that is not this one. */
export const requirePool = (settings: Settings, poolId: string): void => {
  if (poolId !== settings.poolId) throw resourceNotFound(`User pool ${poolId} does not exist.`);
};
