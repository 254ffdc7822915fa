import { N } from '../srp/group';
import { numberOf } from '../srp/numbers';
import type { Sealing } from './sealing';

/** The SRP data of a user. */
export interface SrpFace {
  readonly userId: string;
  /** Hexadecimal. */
  readonly salt: string;
  readonly verifier: bigint;
}

/**
 * The SRP data of a user that does not exist: always the same for the same name, and matched by no password.
 * RFC 5054, 2.5.1.3; https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
export const simulateUser = (sealing: Pick<Sealing, 'derive'>, login: string): SrpFace => {
  const bytes = (what: string) => sealing.derive(`${what}:${login.toLowerCase()}`);
  const digits = bytes('user').toString('hex');
  return {
    userId: [
      digits.slice(0, 8),
      digits.slice(8, 12),
      `4${digits.slice(13, 16)}`,
      `a${digits.slice(17, 20)}`,
      digits.slice(20, 32),
    ].join('-'),
    salt: bytes('salt').subarray(0, 16).toString('hex'),
    verifier: numberOf(Buffer.concat(Array.from({ length: 12 }, (_, index) => bytes(`verifier ${index}`)))) % N,
  };
};
