import type { UserPoolOptions } from './descriptions';
import { UnsupportedPool } from './errors';

/** Refuses options that this pool cannot honour, with an UnsupportedPool that names the one at fault. */
export const checkOptions = ({ poolId, clientId, region, pool }: UserPoolOptions): void => {
  if (!/^[a-z]{2}(-[a-z]+)+-\d_[0-9A-Za-z]+$/.test(poolId) || !poolId.startsWith(`${region}_`)) {
    throw new UnsupportedPool(`the pool id ${poolId}; it is ${region}_ and then letters and digits`);
  }
  if (!/^[0-9a-z]{26}$/.test(clientId)) {
    throw new UnsupportedPool(`the client id ${clientId}; it is 26 lower-case letters and digits`);
  }
  if (pool.usernameAttributes.join() !== 'email') throw new UnsupportedPool('user names other than e-mail addresses');
  if (pool.autoVerifiedAttributes.join() !== 'email') throw new UnsupportedPool('addresses that are not verified');
  if (pool.attributesRequireVerificationBeforeUpdate.some((name) => !pool.autoVerifiedAttributes.includes(name))) {
    throw new UnsupportedPool('attributes that wait for a code which is never sent');
  }
  if (pool.usernameCaseSensitive) throw new UnsupportedPool('user names in which case matters');
};
