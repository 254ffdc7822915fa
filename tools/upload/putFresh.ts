import { Refused } from '../../schema/requests/errors';
import type { Company } from './company';
import type { FilesApi } from './filesApi';
import type { Lanes } from './lanes';
import { putRange, type RangePut } from './putRange';
import type { Retry } from './retry';

/** What all files of a run share. */
export interface Sending {
  readonly api: FilesApi;
  readonly retry: Retry;
  readonly lanes: Lanes;
  readonly parallel: number;
  readonly company: Company;
  readonly signal: AbortSignal;
  readonly now: () => number;
}

export type Range = Pick<RangePut, 'file' | 'start' | 'size' | 'onSent'>;
export type Target = Pick<RangePut, 'url' | 'headers'>;

/** The source of the URL to which the bytes go. */
export interface TargetSource {
  /** The current target while it is fresh, else a new one. */
  readonly target: () => Promise<Target>;
  /** Drops the current target, which storage says has expired. */
  readonly drop: () => void;
}

const maxTargets = 5;

/**
 * PUTs a range when a lane is free, with retries while the network fails. The target is requested only then: the wait
 * for a lane may be longer than a URL's lifetime.
 */
export const putFresh = async (
  { retry, lanes, signal }: Sending,
  range: Range,
  { target, drop }: TargetSource,
): Promise<void> => {
  for (let count = 0; count < maxTargets; count += 1) {
    const put = async () => putRange({ ...range, ...(await target()), signal });
    const outcome = await retry(() => lanes(put), signal);
    if (outcome !== 'EXPIRED') return;
    drop();
  }
  throw new Refused('AccessDenied', 'Every URL for these bytes had expired.');
};
