import { expect, it } from 'vitest';
import { openTriggers } from '../../../local/assembly/openTriggers';
import { systemClock } from '../../../local/clock';
import * as wiring from '../../../local/wiring';

it('leaves no follower of a reload behind, also when the next one or the end comes in the midst of it', async () => {
  const following: AbortSignal[] = [];
  const untilAborted = (signal: AbortSignal) =>
    new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  const triggers = await openTriggers(
    { wiring },
    {
      tables: {
        openReader: async () => ({
          streamArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/MyAppFiles/stream/1',
          shardId: 'shardId-1',
          read: async () => [],
          take: async () => undefined,
          news: (signal) => {
            following.push(signal);
            return untilAborted(signal);
          },
        }),
      },
      functions: { has: () => true, invoke: async () => ({ ok: true, payload: null }) },
      queues: { send: async () => undefined },
      clock: systemClock,
      log: () => undefined,
    },
  );

  await Promise.all([triggers.reload({ wiring }), triggers.reload({ wiring }), triggers.close()]);

  expect(following.map(({ aborted }) => aborted)).toEqual([true, true, true]);
});
