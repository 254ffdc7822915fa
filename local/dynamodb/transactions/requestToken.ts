import { createHash } from 'node:crypto';
import type { Clock } from '../../clock';
import { canonical, parseObject } from '../json';
import type { GroupCommit } from '../storage/groupCommit';
import { entriesOf, type Storage } from '../storage/storage';
import type { Unit } from '../storage/unit';
import { IdempotentParameterMismatch } from './errors';

/** How long a token is kept after its transaction. */
const lifetimeMilliseconds = 10 * 60 * 1000;

/**
 * Whether this same request was carried out within the last ten minutes. If not, adds its token to the unit, so that
 * the token is stored if and only if the transaction is. Throws IdempotentParameterMismatch for another request.
 */
export const wasDone = (unit: Unit, request: { token: string; text: string; now: number }): boolean => {
  const { token, text, now } = request;
  const name = sha256(token);
  const digest = sha256(canonical(parseObject(text)));
  const stored = unit.get(`token~${name}`);
  const known = stored === undefined ? {} : parseObject(stored);
  if (typeof known['until'] === 'number' && known['until'] > now) {
    if (known['digest'] !== digest) throw new IdempotentParameterMismatch();
    return true;
  }
  const until = now + lifetimeMilliseconds;
  unit.set(`token~${name}`, JSON.stringify({ digest, until }));
  unit.set(endPrefix + padded(until) + name, name);
  return false;
};

/** Removes expired tokens. */
export const sweepTokens = async ({ storage, commit, clock }: Tools): Promise<void> => {
  const now = clock();
  const gone = new Map<string, undefined>();
  for await (const [note, name] of entriesOf(storage, { gte: endPrefix, lt: endPrefix + padded(now + 1) })) {
    gone.set(note, undefined);
    const stored = commit.get(`token~${name}`);
    if (stored !== undefined && Number(parseObject(stored)['until']) <= now) gone.set(`token~${name}`, undefined);
  }
  await commit.stage(gone);
};

interface Tools {
  readonly storage: Storage;
  readonly commit: GroupCommit;
  readonly clock: Clock;
}

const endPrefix = 'token-end~';
const padded = (milliseconds: number): string => `${String(milliseconds).padStart(16, '0')}~`;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
