import { verify, type KeyObject } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { memoize } from '../../memoize';
import { Unauthenticated } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';

interface Header {
  readonly kid: string | undefined;
  readonly isRs256: boolean;
}

/** A parsed token. */
export interface JsonWebToken {
  readonly isSigned: boolean;
  readonly readClaims: () => JsonObject;
}

/** In bytes; Node accepts no longer headers. */
const longestToken = 16 * 1024;

/**
 * Parses tokens in compact form (RFC 7519) and checks that the key they name signed them with RS256. Of the header only
 * `alg`, `kid` and `crit` (which is refused) count: no key is ever taken from it. All tokens of one key have the same
 * header, so recent headers are cached.
 */
export const createTokenReader = (findKey: (kid: string) => KeyObject | undefined) => {
  const readHeader = memoize(16, (head): Header => {
    const { alg, crit, kid } = readObject(head);
    return { kid: typeof kid === 'string' ? kid : undefined, isRs256: alg === 'RS256' && crit === undefined };
  });

  // One buffer for all tokens: allocating one for each takes longer than parsing it.
  const memory = Buffer.alloc(longestToken);
  const part = Buffer.alloc(longestToken);
  const readPart = (text: string): Buffer => {
    const length = part.write(text, 'base64url');
    // Node skips characters outside the alphabet, which leaves too few bytes, but accepts those of plain base64.
    const isWhole = text !== '' && text.length % 4 !== 1 && length === Math.floor((text.length * 3) / 4);
    if (!isWhole || text.includes('+') || text.includes('/')) throw unreadable();
    return part.subarray(0, length);
  };
  const readObject = (text: string): JsonObject => {
    const bytes = readPart(text);
    const value = isUtf8(bytes) ? parse(bytes.toString('utf8')) : undefined;
    if (!isJsonObject(value)) throw unreadable();
    return value;
  };

  return (token: string): JsonWebToken => {
    const headEnd = token.indexOf('.');
    const bodyEnd = token.indexOf('.', headEnd + 1);
    // Only an ASCII string has as many bytes in UTF-8 as it has characters.
    const isCompact = bodyEnd > headEnd + 1 && token.length <= longestToken && memory.write(token) === token.length;
    if (!isCompact) throw unreadable();
    const { kid, isRs256 } = readHeader(token.slice(0, headEnd));
    const signature = readPart(token.slice(bodyEnd + 1));
    const key = isRs256 && kid !== undefined ? findKey(kid) : undefined;
    const isSigned = key !== undefined && verify('RSA-SHA256', memory.subarray(0, bodyEnd), key, signature);
    return { isSigned, readClaims: () => readObject(token.slice(headEnd + 1, bodyEnd)) };
  };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable();
  }
};

const unreadable = () => new Unauthenticated('Unable to parse JWT token.');
