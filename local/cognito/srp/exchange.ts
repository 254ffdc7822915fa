import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { g, k, N, power } from './group';
import { bytesOf, numberOf } from './numbers';
import type { SrpIdentity } from './verifier';

/** The server's key pair for one exchange. */
export interface ServerKeys {
  /** SRP's `b`, secret. */
  readonly privateKey: bigint;
  /** SRP's `B`, sent to the client. */
  readonly publicKey: bigint;
}

/** The server's half of the first round: B = k*v + g^b. The same `b` always gives the same `B`. */
export const createServerKeys = (verifier: bigint, privateKey = numberOf(randomBytes(32))): ServerKeys => ({
  privateKey,
  publicKey: (k * verifier + power(g, privateKey)) % N,
});

/** RFC 5054 refuses an A that is 0 modulo N, because the shared secret would then be known to everybody. */
export const isValidClientKey = (clientKey: bigint) => clientKey % N !== 0n;

export interface Proof {
  readonly identity: SrpIdentity;
  readonly verifier: bigint;
  readonly server: ServerKeys;
  /** SRP's `A`. */
  readonly clientKey: bigint;
  readonly secretBlock: Buffer;
  readonly timestamp: string;
  /** The client's PASSWORD_CLAIM_SIGNATURE. */
  readonly signature: Buffer;
}

/** Whether the client's signature shows that it knows the password. */
export const isProven = ({
  identity,
  verifier,
  server,
  clientKey,
  secretBlock,
  timestamp,
  signature,
}: Proof): boolean => {
  const scrambler = createHash('sha256').update(bytesOf(clientKey)).update(bytesOf(server.publicKey)).digest();
  const u = numberOf(scrambler);
  if (u === 0n) return false;
  const shared = power(((clientKey % N) * power(verifier, u)) % N, server.privateKey);
  const key = hkdfSync('sha256', bytesOf(shared), bytesOf(u), 'Caldera Derived Key', 16);
  const expected = createHmac('sha256', Buffer.from(key))
    .update(identity.poolName)
    .update(identity.userId)
    .update(secretBlock)
    .update(timestamp)
    .digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected);
};
