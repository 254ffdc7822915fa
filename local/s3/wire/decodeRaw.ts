import { S3Error } from '../errors';

/** Undoes percent-encoding of a raw request line (whose bytes Node shows as Latin-1); what is not UTF-8 is InvalidURI. */
export const decodeRaw = (raw: string): string => {
  try {
    return decodeURIComponent(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(raw, 'latin1')));
  } catch {
    throw new S3Error('InvalidURI', { details: { URI: raw.slice(0, 1024) } });
  }
};
