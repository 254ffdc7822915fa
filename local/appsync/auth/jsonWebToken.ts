import type { KeyObject } from 'node:crypto';
import { verify } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { createBoundedCache } from '../createBoundedCache';
import { Unauthenticated } from '../errors';
import { isJsonObject } from '../json';
import type { JsonObject } from '../ports';

interface Header {
  readonly kid: string | undefined;
  readonly isRs256: boolean;
}

/** A token taken apart, not yet trusted. */
export interface JsonWebToken extends Header {
  readonly readClaims: () => JsonObject;
  readonly isSignedBy: (key: KeyObject) => boolean;
}

const compactForm = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/**
 * Reads a token's compact form (RFC 7519). Of its header only `alg` and `kid` count: no key is ever taken from it. All
 * tokens of one key have the same header, so the headers that came last are kept.
 */
export const createTokenReader = () => {
  const headers = createBoundedCache<Header>(16);
  const readHeader = (head: string): Header => {
    const kept = headers.get(head);
    if (kept) return kept;
    const { alg, crit, kid } = decode(head);
    const header = { kid: typeof kid === 'string' ? kid : undefined, isRs256: alg === 'RS256' && crit === undefined };
    headers.set(head, header);
    return header;
  };

  return (token: string): JsonWebToken => {
    const [, head, body, signature] = compactForm.exec(token) ?? [];
    if (head === undefined || body === undefined || signature === undefined) throw unreadable();
    const { kid, isRs256 } = readHeader(head);
    return {
      kid,
      isRs256,
      readClaims: () => decode(body),
      isSignedBy: (key) => {
        const signed = Buffer.from(token.slice(0, head.length + 1 + body.length), 'latin1');
        return verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'));
      },
    };
  };
};

const decode = (part: string): JsonObject => {
  const bytes = Buffer.from(part, 'base64url');
  if (!isUtf8(bytes)) throw unreadable();
  const value = parse(bytes.toString('utf8'));
  if (!isJsonObject(value)) throw unreadable();
  return value;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable();
  }
};

const unreadable = () => new Unauthenticated('Unable to parse JWT token.');
