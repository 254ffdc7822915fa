import { createHash, getDiffieHellman } from 'node:crypto';
import { bytesOf, numberOf } from './numbers';

/** The 3072-bit group of RFC 5054 (the prime of RFC 3526, number 15), with Cognito's generator 2 instead of 5. */
export const N = numberOf(getDiffieHellman('modp15').getPrime());
export const g = 2n;

/** SRP-6a's multiplier: H(N | g). */
export const k = numberOf(createHash('sha256').update(bytesOf(N)).update(bytesOf(g)).digest());

/**
 * base ^ exponent mod N, four bits of the exponent at a time, in about four milliseconds. OpenSSL would be faster, but
 * its checks of groups and public keys vary with Node: 22 refuses bases that can occur in SRP, and since 24 testing
 * whether N is prime takes two seconds.
 */
export const power = (base: bigint, exponent: bigint): bigint => {
  const powers = [1n];
  while (powers.length < 16) powers.push(((powers.at(-1) ?? 1n) * base) % N);
  let result = 1n;
  for (const digit of exponent.toString(16)) {
    for (let square = 0; square < 4; square += 1) result = (result * result) % N;
    result = (result * (powers[parseInt(digit, 16)] ?? 1n)) % N;
  }
  return result;
};
