import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { median } from '../measureRow';
import type { Row } from '../row';
import type { EventServer } from './eventServer';
import { openSubscriptions } from './openSubscriptions';
import { startFloor } from './startFloor';
import { startTwin } from './startTwin';

/** The median time in milliseconds from a request to the last delivery of its event. */
const latency = (start: () => Promise<EventServer>, count: number) => async (): Promise<number> => {
  const server = await start();
  const subscriptions = await openSubscriptions(server, count);
  const times: number[] = [];
  for (let round = 0; round < 40; round += 1) times.push(await subscriptions.postOnce());
  subscriptions.close();
  await server.close();
  return median(times.slice(10));
};

/** KiB of heap per subscription, including its share of the client and connection. */
const weight = (start: () => Promise<EventServer>) => async (): Promise<number> => {
  const server = await start();
  const before = heapBytes();
  const subscriptions = await openSubscriptions(server, 2_000);
  const taken = heapBytes() - before;
  subscriptions.close();
  await server.close();
  return taken / 2_000 / 1_024;
};

const heapBytes = (): number => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
};

const row = (name: string, count: number, atMost: number): Row => ({
  name,
  unit: 'ms',
  floor: latency(startFloor, count),
  measure: latency(startTwin, count),
  goal: { of: 'ratio', atMost },
  growth: { of: 'subscriptions', at: count },
});

/** The real-time endpoint; the floor is plain HTTP and WebSocket with the same messages on the same sockets. */
export const realtimeRows: readonly Row[] = [
  row('an event to one subscription', 1, 5),
  row('an event to 1,000 subscriptions', 1_000, 2),
  {
    name: 'heap of a subscription held',
    unit: 'KiB',
    floor: weight(startFloor),
    measure: weight(startTwin),
    goal: { of: 'figure', atMost: 8 },
    rounds: 3,
  },
];
