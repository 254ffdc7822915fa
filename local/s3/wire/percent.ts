import { S3Error } from '../errors';

/** Percent-encodes as SigV4 prescribes: everything but the unreserved characters of RFC 3986. */
export const encodeStrictly = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Undoes percent-encoding of a raw request line (whose bytes Node shows as Latin-1); what is not UTF-8 is InvalidURI. */
export const decodeRaw = (raw: string): string => {
  try {
    return decodeURIComponent(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(raw, 'latin1')));
  } catch {
    throw new S3Error('InvalidURI', { details: { URI: raw.slice(0, 1024) } });
  }
};
