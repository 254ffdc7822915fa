import { createHash } from 'node:crypto';
import { canonical, parseObject } from '../json';
import type { Unit } from '../storage/unit';
import { IdempotentParameterMismatch } from './errors';

/** How long a token is remembered after its transaction. */
const lifetimeMilliseconds = 10 * 60 * 1000;

export const tokenPrefix = 'token~';

/**
 * Says whether this very request was carried out within the last ten minutes. When it was not, its token becomes
 * part of the unit, so that it is remembered exactly if the transaction is.
 */
export const wasDone = (unit: Unit, request: { token: string; text: string; now: number }): boolean => {
  const { token, text, now } = request;
  const key = tokenPrefix + createHash('sha256').update(token).digest('hex');
  const digest = createHash('sha256')
    .update(canonical(parseObject(text)))
    .digest('hex');
  const stored = unit.get(key);
  const known = stored === undefined ? {} : parseObject(stored);
  if (typeof known['until'] === 'number' && known['until'] > now) {
    if (known['digest'] !== digest) throw new IdempotentParameterMismatch();
    return true;
  }
  unit.set(key, JSON.stringify({ digest, until: now + lifetimeMilliseconds }));
  return false;
};

/** Whether a stored token has served its time. */
export const isExpiredToken = (text: string, now: number): boolean => {
  const { until } = parseObject(text);
  return typeof until !== 'number' || until <= now;
};
