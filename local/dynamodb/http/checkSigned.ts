import type { IncomingMessage } from 'node:http';
import { TableError } from '../errors';

const parts = ['Credential', 'SignedHeaders', 'Signature'];

/**
 * Makes sure that a request carries a SigV4 signature in its header. The twin has no secret keys, so any will do.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export const checkSigned = ({ headers }: IncomingMessage): void => {
  const header = headers.authorization ?? '';
  if (!/^AWS4-HMAC-SHA256\s/.test(header)) {
    throw new TableError('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
  }
  const missing = parts.filter((part) => !new RegExp(`[\\s,]${part}=[^,\\s]`).test(header));
  const complaints = missing.map((part) => `Authorization header requires '${part}' parameter.`);
  if (headers['x-amz-date'] === undefined && headers.date === undefined) {
    complaints.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }
  if (complaints.length > 0) throw new TableError('IncompleteSignatureException', complaints.join(' '));
};
