import { constants, createHash, createPublicKey, getDiffieHellman, publicEncrypt } from 'node:crypto';
import { bytesOf, numberOf } from './numbers';

const prime = getDiffieHellman('modp15').getPrime();

/** The 3072-bit group of RFC 5054 (the prime of RFC 3526, number 15), with Cognito's generator 2 instead of 5. */
export const N = numberOf(prime);
export const g = 2n;

/** SRP-6a's multiplier: H(N | g). */
export const k = numberOf(createHash('sha256').update(bytesOf(N)).update(bytesOf(g)).digest());

/** N as a JSON Web Key writes it. */
const modulus = prime.toString('base64url');

/**
 * base ^ exponent mod N, for a base below N and an exponent far below it. This is what OpenSSL's RSA does with a public
 * key of N and the exponent when there is no padding, and in a sixth of the time that it takes with bigints. Its
 * Diffie-Hellman would do as well, but refuses bases that can occur in SRP since Node 22, and takes two seconds to see
 * that N is prime since 24. (From 3,073 bits on, OpenSSL allows RSA no exponent of more than 64 bits.)
 */
export const power = (base: bigint, exponent: bigint): bigint => {
  const e = bytesOf(exponent).toString('base64url');
  const key = createPublicKey({ format: 'jwk', key: { kty: 'RSA', n: modulus, e } });
  const digits = base.toString(16).padStart(2 * prime.length, '0');
  return numberOf(publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(digits, 'hex')));
};
