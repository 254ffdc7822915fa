import { S3Error } from '../errors';

/** Percent-decodes part of a raw request line, which Node decodes as Latin-1; InvalidURI if malformed or not UTF-8. */
export const decodeRaw = (raw: string): string => {
  try {
    return decodeURIComponent(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(raw, 'latin1')));
  } catch {
    throw new S3Error('InvalidURI', { details: { URI: raw.slice(0, 1024) } });
  }
};
