import { createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from '../../isSameSecret';
import { decodeBase32, encodeBase32 } from './base32';

const stepSeconds = 30;
/** How far an authenticator's clock may be off, in steps. */
const tolerance = 1;

/** A new secret for an authenticator app, base32: 160 bits, as RFC 4226 recommends. */
export const createTotpSecret = (): string => encodeBase32(randomBytes(20));

/** The code of one time step, by RFC 6238. */
export const totpCode = (secret: string, step: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', decodeBase32(secret)).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
};

/** The time step at a time in milliseconds since 1970. */
export const stepAt = (milliseconds: number): number => Math.floor(milliseconds / 1000 / stepSeconds);

/** The time step that a code belongs to, if it is later than `after` and within the tolerance of `now`. */
export const findStep = (secret: string, code: string, { now, after }: { now: number; after: number }) => {
  const current = stepAt(now);
  for (let step = Math.max(after + 1, current - tolerance); step <= current + tolerance; step += 1) {
    if (isSameSecret(totpCode(secret, step), code)) return step;
  }
  return undefined;
};
