import { expect, it } from 'vitest';
import { startSchedule } from '../../../../local/lambda/triggers/startSchedule';

const everyMillisecond = 1 / 3_600_000;

it('calls the function with the empty event that the deployed schedule names, again and again', async () => {
  const calls: unknown[][] = [];
  const log: string[] = [];
  const schedule = startSchedule(
    { functionName: 'reconcile', everyHours: everyMillisecond },
    {
      functions: {
        invoke: async (...call) => {
          calls.push(call);
          return { ok: false, errorType: 'TypeError', errorMessage: 'no such variable' };
        },
      },
      log: (line) => log.push(line),
    },
  );

  await expect.poll(() => calls.length).toBeGreaterThan(1);
  await schedule.close();

  expect(calls[0]).toEqual(['reconcile', {}]);
  expect(log[0]).toBe('reconcile failed on its schedule: TypeError: no such variable');
});
