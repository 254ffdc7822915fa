import type { IncomingMessage } from 'node:http';

/** What AWS says of a request without a proper signature. */
export interface SignatureComplaint {
  readonly name: 'MissingAuthenticationTokenException' | 'IncompleteSignatureException';
  readonly message: string;
}

const parts = ['Credential', 'SignedHeaders', 'Signature'];

/**
 * Looks whether a request carries a SigV4 signature in its header; undefined when it does. Any key will do: who reaches
 * these services runs the twin.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export const signatureComplaint = ({ headers }: IncomingMessage): SignatureComplaint | undefined => {
  const header = headers.authorization ?? '';
  if (!/^AWS4-HMAC-SHA256\s/.test(header)) {
    return { name: 'MissingAuthenticationTokenException', message: 'Request is missing Authentication Token' };
  }
  const missing = parts.filter((part) => !new RegExp(`[\\s,]${part}=[^,\\s]`).test(header));
  const complaints = missing.map((part) => `Authorization header requires '${part}' parameter.`);
  if (headers['x-amz-date'] === undefined && headers.date === undefined) {
    complaints.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }
  return complaints.length === 0 ? undefined : { name: 'IncompleteSignatureException', message: complaints.join(' ') };
};
