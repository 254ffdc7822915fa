import { createHash, getDiffieHellman } from 'node:crypto';
import { bytesOf, numberOf } from './numbers';

/** The 3072-bit group of RFC 5054 (the prime of RFC 3526, number 15), with Cognito's generator 2 instead of 5. */
export const N = numberOf(getDiffieHellman('modp15').getPrime());
export const g = 2n;

/** SRP-6a's multiplier: H(N | g). */
export const k = numberOf(createHash('sha256').update(bytesOf(N)).update(bytesOf(g)).digest());

/**
 * base ^ exponent mod N, in about five milliseconds. OpenSSL would be faster, but its checks of groups and public keys
 * vary with Node: 22 refuses bases that can occur in SRP, and since 24 testing whether N is prime takes two seconds.
 */
export const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % N;
    if (bit === '1') result = (result * base) % N;
  }
  return result;
};
