import { epochOf } from '../../signatures/timestamp';
import { S3Error } from '../errors';
import type { Claim } from './claim';

const maxSkewMilliseconds = 15 * 60 * 1000;

/** Throws S3Error unless a signature is current: within 15 minutes, or for presigned URLs, until their own expiry. */
export const checkFreshness = (claim: Claim, now: number): void => {
  const signedAt = epochOf(claim.timestamp);
  const ServerTime = isoSeconds(now);
  if (claim.expiresInSeconds === undefined) {
    if (Math.abs(now - signedAt) <= maxSkewMilliseconds) return;
    throw new S3Error('RequestTimeTooSkewed', {
      details: { RequestTime: claim.timestamp, ServerTime, MaxAllowedSkewMilliseconds: String(maxSkewMilliseconds) },
    });
  }
  const endsAt = signedAt + claim.expiresInSeconds * 1000;
  const details = { 'X-Amz-Expires': String(claim.expiresInSeconds), Expires: isoSeconds(endsAt), ServerTime };
  if (signedAt - now > maxSkewMilliseconds) {
    throw new S3Error('AccessDenied', { message: 'Request is not yet valid', details });
  }
  if (now > endsAt) throw new S3Error('AccessDenied', { message: 'Request has expired', details });
};

const isoSeconds = (time: number): string => new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
