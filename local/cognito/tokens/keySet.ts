/** The document at `/.well-known/jwks.json`. */
export interface JsonWebKeySet {
  readonly keys: readonly PublicJsonWebKey[];
}

/** A public key that verifies the pool's tokens. */
export interface PublicJsonWebKey {
  readonly alg: 'RS256';
  readonly e: string;
  readonly kid: string;
  readonly kty: 'RSA';
  readonly n: string;
  readonly use: 'sig';
}
