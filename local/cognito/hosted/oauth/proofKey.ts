import { createHash } from 'node:crypto';
import { isSameSecret } from '../../../isSameSecret';

/** Whether the string can be an S256 challenge: 32 bytes in base64url. RFC 7636, 4.2 */
export const isChallenge = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/**
 * Whether the verifier matches the challenge. Without a challenge there must be no verifier either, so that an
 * attacker cannot strip the challenge from a request. RFC 9700, 2.1.1
 */
export const provesKey = (challenge: string | undefined, verifier: string | undefined): boolean => {
  if (challenge === undefined || verifier === undefined) return challenge === verifier;
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false;
  return isSameSecret(challenge, createHash('sha256').update(verifier).digest('base64url'));
};
