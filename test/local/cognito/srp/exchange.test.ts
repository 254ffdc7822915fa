import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createServerKeys, isProven, isValidClientKey } from '../../../../local/cognito/srp/exchange';
import { g, k, N, power } from '../../../../local/cognito/srp/group';
import { bytesOf, numberOf } from '../../../../local/cognito/srp/numbers';
import { createVerifier } from '../../../../local/cognito/srp/verifier';

const identity = { poolName: 'LocalPool1', userId: '7f1c2a52-9a0e-4f0a-8d7e-0f4f5a1b2c3d' };

/** The client's half of the protocol, as specified. */
const proveAsClient = ({ password, salt, B }: { password: string; salt: string; B: bigint }, secretBlock: Buffer) => {
  const a = numberOf(randomBytes(128));
  const A = power(g, a);
  const sha = (...parts: Uint8Array[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  const u = numberOf(sha(bytesOf(A), bytesOf(B)));
  const inner = sha(Buffer.from(`${identity.poolName}${identity.userId}:${password}`));
  const x = numberOf(sha(bytesOf(numberOf(Buffer.from(salt, 'hex'))), inner));
  const difference = (((B - k * power(g, x)) % N) + N) % N;
  const S = power(difference, a + u * x);
  const key = Buffer.from(hkdfSync('sha256', bytesOf(S), bytesOf(u), 'Caldera Derived Key', 16));
  const timestamp = 'Sun Nov 22 06:37:01 UTC 2026';
  const content = [identity.poolName, identity.userId, secretBlock, timestamp];
  const signature = content.reduce((hmac, part) => hmac.update(part), createHmac('sha256', key)).digest();
  return { clientKey: A, timestamp, signature };
};

/** base ^ exponent mod N, bit by bit. */
const multiply = (base: bigint, exponent: bigint): bigint =>
  [...exponent.toString(2)].reduce((result, bit) => (result * result * (bit === '1' ? base : 1n)) % N, 1n);

describe('SRP as Cognito speaks it', () => {
  it('has the multiplier that every client computes', () => {
    expect(k.toString(16)).toBe('538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6');
  });

  it('calculates powers as long multiplication does', () => {
    for (const bytes of [1, 20, 31, 32, 32, 48]) {
      const [base, exponent] = [numberOf(randomBytes(384)) % N, numberOf(randomBytes(bytes))];
      expect(power(base, exponent)).toBe(multiply(base, exponent));
    }
  });

  it('calculates powers at the borders', () => {
    for (const exponent of [1n, 2n, numberOf(randomBytes(32))]) {
      expect(power(0n, exponent)).toBe(0n);
      expect(power(1n, exponent)).toBe(1n);
      expect(power(N - 1n, exponent)).toBe(exponent % 2n === 0n ? 1n : N - 1n);
    }
    expect(power(g, 0n)).toBe(1n);
  });

  it('is convinced by whoever knows the password, for any salt', () => {
    const salts = ['00000000000000000000000000000001', '7fffffffffffffffffffffffffffffff', 'ff'.repeat(16)];
    for (const salt of [...salts, ...Array.from({ length: 12 }, () => randomBytes(16).toString('hex'))]) {
      const verifier = BigInt(`0x${createVerifier(identity, 'пароль-Ω-7', salt)}`);
      const server = createServerKeys(verifier);
      const secretBlock = randomBytes(64);
      const right = proveAsClient({ password: 'пароль-Ω-7', salt, B: server.publicKey }, secretBlock);
      const wrong = proveAsClient({ password: 'пароль-Ω-8', salt, B: server.publicKey }, secretBlock);

      expect(isProven({ identity, verifier, server, secretBlock, ...right })).toBe(true);
      expect(isProven({ identity, verifier, server, secretBlock, ...wrong })).toBe(false);
    }
  });

  it('refuses the client keys that would give the secret away', () => {
    for (const clientKey of [0n, N, 2n * N]) expect(isValidClientKey(clientKey)).toBe(false);
    expect(isValidClientKey(1n)).toBe(true);
  });

  it('gives another key every time', () => {
    expect(createServerKeys(7n).publicKey).not.toBe(createServerKeys(7n).publicKey);
  });
});
