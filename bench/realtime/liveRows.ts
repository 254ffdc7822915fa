import { onDemand } from '../../local/onDemand';
import type { Row } from '../row';
import { changeToEvent } from './changeToEvent';
import { listenWithAmplify, listenWithApollo } from './listeners';
import { steadyLoad, type LoadResult } from './steadyLoad';

const atShare = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

// Each is measured once and reported in several rows.
const atAmplify = onDemand(() => changeToEvent(listenWithAmplify, 200));
const atApollo = onDemand(() => changeToEvent(listenWithApollo, 200));

const load = onDemand(async (): Promise<LoadResult> => {
  const result = await steadyLoad();
  const { missing, repeated } = result;
  if (missing + repeated > 0) throw new Error(`Of the events ${missing} did not come, ${repeated} came again.`);
  return result;
});

const row = (name: string, measure: () => Promise<number>): Row => ({
  name,
  unit: 'ms',
  measure,
  goal: { of: 'figure', atMost: 100 },
  rounds: 1,
});

/** The time from a change to its event at a client, through the whole twin. */
export const liveRows: readonly Row[] = [
  row('a change to its event, median', async () => atShare(await atAmplify(), 0.5)),
  row('a change to its event, 99th of 100', async () => atShare(await atAmplify(), 0.99)),
  row('the same at Apollo, median', async () => atShare(await atApollo(), 0.5)),
  row('the same at Apollo, 99th of 100', async () => atShare(await atApollo(), 0.99)),
  row('so with 1,000 at 100 a second, median', async () => atShare((await load()).times, 0.5)),
  row('so with 1,000 at 100 a second, 99th', async () => atShare((await load()).times, 0.99)),
  {
    name: 'memory of the twin meanwhile, at most',
    unit: 'MiB',
    measure: async () => (await load()).peakMebibytes,
    rounds: 1,
  },
];
