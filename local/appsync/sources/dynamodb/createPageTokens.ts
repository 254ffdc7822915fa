import { createCipheriv, createDecipheriv } from 'node:crypto';
import { createBoundedCache } from '../../../createBoundedCache';
import { createRandomPool } from '../../../createRandomPool';
import { isJsonObject, type JsonObject } from '../../../json';
import { InvalidPageToken } from './errors';

/** Makes and reads `nextToken`s. A token is valid only for the query that it came from. */
export interface PageTokens {
  readonly seal: (lastKey: JsonObject, query: JsonObject) => string;
  readonly open: (token: unknown, query: JsonObject) => JsonObject;
}

const version = 2;
const nonceBytes = 12;
const tagBytes = 16;
const maxRecent = 100;

/**
 * Encrypts DynamoDB's last key (AES-256-GCM), because AppSync's tokens reveal nothing of the table. The query is
 * authenticated along with the key, so that a forged token, or one of another query, cannot be opened.
 */
export const createPageTokens = (key: Buffer): PageTokens => {
  const drawNonce = createRandomPool(nonceBytes);
  const seal = (lastKey: string, query: string): string => {
    const nonce = drawNonce();
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(query));
    const sealed = Buffer.concat([cipher.update(lastKey), cipher.final()]);
    const token = Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    return Buffer.from(JSON.stringify({ version, token })).toString('base64');
  };
  // Sealing takes a fifth of reading a page, and clients often read the same one again.
  const recent = createBoundedCache<string>(maxRecent);
  return {
    seal: (lastKey, query) => {
      const texts = [JSON.stringify(lastKey), JSON.stringify(query)] as const;
      const name = texts.join();
      const known = recent.get(name);
      if (known !== undefined) return known;
      const token = seal(...texts);
      recent.set(name, token);
      return token;
    },
    open: (token, query) => {
      try {
        return unseal(key, token, query);
      } catch {
        throw new InvalidPageToken();
      }
    },
  };
};

const unseal = (key: Buffer, token: unknown, query: JsonObject): JsonObject => {
  const envelope: unknown = JSON.parse(Buffer.from(String(token), 'base64').toString('utf8'));
  if (!isJsonObject(envelope) || envelope.version !== version) throw new InvalidPageToken();
  const bytes = Buffer.from(String(envelope.token), 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(JSON.stringify(query)))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
  const lastKey: unknown = JSON.parse(text.toString('utf8'));
  if (!isJsonObject(lastKey)) throw new InvalidPageToken();
  return lastKey;
};
