import { Refused } from '../../schema/requests/errors';
import type { Company } from './company';
import type { FilesApi } from './filesApi';
import type { Lanes } from './lanes';
import { putRange, type RangePut } from './putRange';
import type { Retry } from './retry';

/** What the files of a run share. */
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

/** Where the bytes go. */
export interface TargetSource {
  /** The known one while it is fresh, else another. */
  readonly target: () => Promise<Target>;
  /** Storage says that the known one has expired. */
  readonly drop: () => void;
}

const mostTargets = 5;

/**
 * PUTs a range when a lane is free, and again while the network fails. Where to is asked then: the wait for a lane may
 * have been longer than a URL lives.
 */
export const putFresh = async (
  { retry, lanes, signal }: Sending,
  range: Range,
  { target, drop }: TargetSource,
): Promise<void> => {
  for (let count = 0; count < mostTargets; count += 1) {
    const put = async () => putRange({ ...range, ...(await target()), signal });
    const outcome = await retry(() => lanes(put), signal);
    if (outcome !== 'EXPIRED') return;
    drop();
  }
  throw new Refused('AccessDenied', 'Every URL for these bytes had expired.');
};
