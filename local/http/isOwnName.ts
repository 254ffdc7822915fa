import { isIP } from 'node:net';

/**
 * Whether a request calls its server by an address, or by a name that is its own network's to give: one without a dot, or
 * under a domain that is nobody's to register (RFC 6761, RFC 6762, ICANN's `internal`). Every other name its owner could
 * make lead here, and then their page is of this server's origin: it may send any header, and read the answer.
 */
export const isOwnName = (host = 'localhost'): boolean => {
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || /^(?:[^.]+|.+\.(?:internal|local|localhost))$/.test(hostname);
};

/** What is said to whoever calls it by another. */
export const ownNameOnly = 'This is answered at an address or at localhost only.';
