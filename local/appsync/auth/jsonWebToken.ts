import type { KeyObject } from 'node:crypto';
import { verify } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { Unauthenticated } from '../errors';
import { isJsonObject } from '../json';
import type { JsonObject } from '../ports';

/** A token taken apart, not yet trusted. */
export interface JsonWebToken {
  readonly kid: string | undefined;
  readonly isRs256: boolean;
  readonly readClaims: () => JsonObject;
  readonly isSignedBy: (key: KeyObject) => boolean;
}

const compactForm = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/** Reads a token's compact form (RFC 7519). Of its header only `alg` and `kid` count: no key is ever taken from it. */
export const readToken = (token: string): JsonWebToken => {
  const [, head, body, signature] = compactForm.exec(token) ?? [];
  if (head === undefined || body === undefined || signature === undefined) throw unreadable();
  const header = decode(head);
  return {
    kid: typeof header.kid === 'string' ? header.kid : undefined,
    isRs256: header.alg === 'RS256' && header.crit === undefined,
    readClaims: () => decode(body),
    isSignedBy: (key) => verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url')),
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
