import { describe, expect, it } from 'vitest';
import { pool, poolClient } from '../../../config/pool';
import { systemClock } from '../../../local/clock';
import { UnsupportedPool } from '../../../local/cognito/errors';
import { openUserPool } from '../../../local/cognito/openUserPool';
import type { UserPoolOptions } from '../../../local/cognito/descriptions';
import { clientId, poolId } from './startPool';

const open = (more: Partial<UserPoolOptions>) =>
  openUserPool({ poolId, clientId, region: 'us-east-1', pool, client: poolClient, clock: systemClock, ...more });

describe('A description', () => {
  it.each<[string, Partial<UserPoolOptions>]>([
    ['a pool id without a region', { poolId: 'LocalPool1' }],
    ['a pool id of another region', { poolId: 'eu-west-1_LocalPool1' }],
    ['a pool id that would be a path', { poolId: 'us-east-1_../x' }],
    ['a client id of another form', { clientId: 'client' }],
    ['user names that are no addresses', { pool: { ...pool, usernameAttributes: [] } }],
    ['addresses that are not verified', { pool: { ...pool, autoVerifiedAttributes: [] } }],
    ['a wait for codes never sent', { pool: { ...pool, attributesRequireVerificationBeforeUpdate: ['phone_number'] } }],
    ['user names in which case matters', { pool: { ...pool, usernameCaseSensitive: true } }],
  ])('is refused by name with %s', async (_, more) => {
    await expect(open(more)).rejects.toThrow(UnsupportedPool);
  });
});
