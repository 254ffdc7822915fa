import { isIP } from 'node:net';

/**
 * Whether a Host header is an IP address, or a name that only the local network can define: one without a dot, or under
 * a domain nobody can register (RFC 6761, RFC 6762, ICANN's `internal`). Any other name could be pointed here by its
 * owner (DNS rebinding), whose page then shares this server's origin: it may send any header and read the response.
 */
export const isOwnName = (host = 'localhost'): boolean => {
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || /^(?:[^.]+|.+\.(?:internal|local|localhost))$/.test(hostname);
};

/** The response to any other Host header. */
export const ownNameOnly = 'This is answered at an address or at localhost only.';
