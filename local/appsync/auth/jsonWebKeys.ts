import { createPublicKey, type KeyObject } from 'node:crypto';
import { createBoundedCache } from '../../createBoundedCache';

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

/** Finds the RSA key that a token names; undefined if the set does not have it. Imported keys are cached. */
export const createKeyFinder = (keys: () => JsonWebKeySet) => {
  const imported = createBoundedCache<Imported>(16);
  return (kid: string): KeyObject | undefined => {
    const found = keys().keys.find((key) => key.kid === kid && isForSigning(key));
    if (found?.n === undefined) return undefined;
    const kept = imported.get(kid);
    if (kept?.n === found.n && kept.e === found.e) return kept.key;
    const key = createPublicKey({ key: { kty: 'RSA', n: found.n, e: found.e }, format: 'jwk' });
    imported.set(kid, { n: found.n, e: found.e, key });
    return key;
  };
};

interface Imported {
  readonly n: string;
  readonly e: string | undefined;
  readonly key: KeyObject;
}

const isForSigning = (key: PublicKey): boolean =>
  key.kty === 'RSA' && (key.use ?? 'sig') === 'sig' && (key.alg ?? 'RS256') === 'RS256';
