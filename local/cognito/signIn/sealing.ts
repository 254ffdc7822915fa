import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../clock';
import type { PoolStore } from '../store/poolStore';

/** State that travels with the client, which can neither read nor change it. */
export interface Sealing {
  readonly seal: (state: object) => string;
  /** The state, or undefined if this pool did not seal it. */
  readonly unseal: (sealed: string) => unknown;
  /** Pseudo-random bytes, always the same for the same string. */
  readonly derive: (text: string) => Buffer;
}

/** Seals with a key that the store keeps, so that browsers stay signed in across a restart. */
export const openSealing = async (store: Pick<PoolStore, 'secrets' | 'transact'>, clock: Clock): Promise<Sealing> => {
  const master = await store.transact((write) => {
    const known = store.secrets.get('sealing')?.value;
    if (known !== undefined) return known;
    const value = randomBytes(32).toString('base64');
    write(store.secrets.put({ id: 'sealing', value, createdAt: clock() }));
    return value;
  });
  const derive = (text: string) => createHmac('sha256', Buffer.from(master, 'base64')).update(text).digest();
  const key = derive('aes-256-gcm');

  return {
    derive: (text) => derive(`derive:${text}`),
    seal: (state) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(JSON.stringify(state), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    unseal: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64');
      if (bytes.length < 29) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(bytes.subarray(12, 28));
      const start = decipher.update(bytes.subarray(28));
      try {
        return JSON.parse(Buffer.concat([start, decipher.final()]).toString('utf8'));
      } catch {
        // Not sealed by this pool, or tampered with.
        return undefined;
      }
    },
  };
};
