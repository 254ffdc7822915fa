import { Refused } from './errors';
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
  readonly signal: AbortSignal;
  readonly now: () => number;
}

export type Range = Pick<RangePut, 'file' | 'start' | 'size' | 'onSent'>;
export type Target = Pick<RangePut, 'url' | 'headers'>;

const mostTargets = 5;

/** PUTs a range when a lane is free, and again while the network fails; asks for another URL when one has expired. */
export const putFresh = async (
  { retry, lanes, signal }: Sending,
  range: Range,
  targetOf: (isAgain: boolean) => Promise<Target>,
): Promise<void> => {
  for (let count = 0; count < mostTargets; count += 1) {
    const target = await targetOf(count > 0);
    const outcome = await retry(() => lanes(() => putRange({ ...range, ...target, signal })), signal);
    if (outcome !== 'EXPIRED') return;
  }
  throw new Refused('AccessDenied', 'Every URL for these bytes had expired.');
};
