import type { IncomingHttpHeaders } from 'node:http';
import { SignatureRefused } from './errors';
import type { Scope } from './sigv4';

/** What a request claims about its signature, not yet verified. */
export interface Signature {
  readonly accessKeyId: string;
  readonly scope: Scope;
  /** `20260131T120000Z` */
  readonly timestamp: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const parts = ['Credential', 'SignedHeaders', 'Signature'] as const;

/**
 * Parses the SigV4 `authorization` header, or throws SignatureRefused with AWS's message.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export const readSignature = (headers: IncomingHttpHeaders): Signature => {
  const header = headers.authorization ?? '';
  if (!isSignature(header)) {
    throw new SignatureRefused('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
  }
  const [credential = '', signedHeaders = '', signature = ''] = parts.map((part) => partOf(header, part));
  const missing = parts.filter((part) => partOf(header, part) === undefined);
  const complaints = missing.map((part) => `Authorization header requires '${part}' parameter.`);
  const timestamp = headers['x-amz-date'] ?? headers.date;
  if (timestamp === undefined) {
    complaints.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }
  if (complaints.length > 0) throw incomplete(complaints.join(' '));
  const [accessKeyId = '', date = '', region = '', service = '', end] = credential.split('/');
  if (end === undefined) {
    throw incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
    );
  }
  return {
    accessKeyId,
    scope: { date, region, service },
    timestamp: String(timestamp),
    signedHeaders: signedHeaders.split(';'),
    signature,
  };
};

/** Whether an `authorization` header is a SigV4 one, well-formed or not. */
export const isSignature = (authorization: string): boolean => /^AWS4-HMAC-SHA256\b/.test(authorization);

const partOf = (header: string, part: string): string | undefined =>
  new RegExp(`[\\s,]${part}=([^,\\s]+)`).exec(header)?.[1];

const incomplete = (message: string) => new SignatureRefused('IncompleteSignatureException', message);
