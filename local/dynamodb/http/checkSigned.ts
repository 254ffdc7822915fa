import type { IncomingMessage } from 'node:http';
import { signatureComplaint } from '../../http/signatureComplaint';
import { TableError } from '../errors';

/** Makes sure that a request carries a SigV4 signature in its header. */
export const checkSigned = (request: IncomingMessage): void => {
  const complaint = signatureComplaint(request);
  if (complaint !== undefined) throw new TableError(complaint.name, complaint.message);
};
