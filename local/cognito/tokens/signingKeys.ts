import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint } from 'jose';
import type { Clock } from '../../clock';
import type { Change } from '../store/collection';
import type { PoolStore } from '../store/poolStore';
import type { Secret } from '../store/rows';
import type { JsonWebKeySet, PublicJsonWebKey } from './keySet';

/** The pool's RSA keys. The newest signs tokens; older ones verify those that may not have expired yet. */
export interface SigningKeys {
  readonly current: () => SigningKey;
  /** The public key with this `kid`. */
  readonly find: (kid: string) => KeyObject | undefined;
  readonly publicKeys: () => JsonWebKeySet;
  /** Signs with a new key from now on; returns its `kid`. */
  readonly rotate: () => Promise<string>;
}

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly jwk: PublicJsonWebKey;
  readonly createdAt: number;
}

export interface SigningKeysOptions {
  readonly store: Pick<PoolStore, 'secrets' | 'transact'>;
  readonly clock: Clock;
  /** How long a replaced key continues to verify tokens. */
  readonly longestTokenMinutes: number;
}

/** Reads the keys from the store, and creates one if there is none. */
export const openSigningKeys = async ({
  store,
  clock,
  longestTokenMinutes,
}: SigningKeysOptions): Promise<SigningKeys> => {
  const state = { keys: await Promise.all(store.secrets.all().filter(isSigningKey).map(readKey)) };

  const usable = () => {
    const newestFirst = [...state.keys].sort((one, other) => other.createdAt - one.createdAt);
    const deadline = clock() - longestTokenMinutes * 60_000;
    // A key stops signing when its successor is created.
    return newestFirst.filter((_, index) => index === 0 || (newestFirst[index - 1]?.createdAt ?? 0) > deadline);
  };
  const rotate = async () => {
    const newest = usable()[0];
    const created = await createKey(Math.max(clock(), (newest?.createdAt ?? 0) + 1));
    await store.transact((write) => {
      const kept = new Set(usable().map((key) => secretId(key.kid)));
      const dead = store.secrets.all().filter((secret) => isSigningKey(secret) && !kept.has(secret.id));
      write(store.secrets.put(created), ...dead.map((secret): Change => store.secrets.remove(secret.id)));
    });
    const key = await readKey(created);
    state.keys = [...usable(), key];
    return key.kid;
  };

  if (state.keys.length === 0) await rotate();
  return {
    current: () => {
      const [newest] = usable();
      if (newest === undefined) throw new TypeError('The pool has no signing key.');
      return newest;
    },
    find: (kid) => usable().find((key) => key.kid === kid)?.publicKey,
    publicKeys: () => ({ keys: usable().map((key) => key.jwk) }),
    rotate,
  };
};

const isSigningKey = ({ id }: Secret) => id.startsWith('signing:');
const secretId = (kid: string) => `signing:${kid}`;

const createKey = async (createdAt: number): Promise<Secret> => {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const kid = await calculateJwkThumbprint(publicKey.export({ format: 'jwk' }));
  return { id: secretId(kid), value: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), createdAt };
};

const readKey = async ({ value, createdAt }: Secret): Promise<SigningKey> => {
  const privateKey = createPrivateKey(value);
  const publicKey = createPublicKey(privateKey);
  const { e = '', n = '', kty } = publicKey.export({ format: 'jwk' });
  const kid = await calculateJwkThumbprint({ e, n, kty });
  return { kid, privateKey, publicKey, jwk: { alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' }, createdAt };
};
