import type { KeyObject } from 'node:crypto';
import { createPublicKey } from 'node:crypto';
import { createBoundedCache } from '../createBoundedCache';

/** A user pool's public keys, as it serves them at `/.well-known/jwks.json`. */
export interface JsonWebKeySet {
  readonly keys: readonly PublicKey[];
}

export interface PublicKey {
  readonly kid?: string;
  readonly kty?: string;
  readonly n?: string;
  readonly e?: string;
  readonly use?: string;
  readonly alg?: string;
}

/** Finds the RSA key that a token names; undefined when the set has none. Imported keys are kept. */
export const createKeyFinder = (keys: () => JsonWebKeySet | Promise<JsonWebKeySet>) => {
  const imported = createBoundedCache<KeyObject>(16);
  return async (kid: string): Promise<KeyObject | undefined> => {
    const { keys: known } = await keys();
    const found = known.find((key) => key.kid === kid && isForSigning(key));
    if (found?.n === undefined) return undefined;
    const name = `${kid} ${found.n}`;
    const kept = imported.get(name);
    if (kept) return kept;
    const key = createPublicKey({ key: { kty: 'RSA', n: found.n, e: found.e }, format: 'jwk' });
    imported.set(name, key);
    return key;
  };
};

const isForSigning = (key: PublicKey): boolean =>
  key.kty === 'RSA' && (key.use ?? 'sig') === 'sig' && (key.alg ?? 'RS256') === 'RS256';
