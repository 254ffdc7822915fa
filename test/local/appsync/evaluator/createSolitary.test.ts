import { expect, it, onTestFinished } from 'vitest';
import { createSolitary } from '../../../../local/appsync/evaluator/createSolitary';
import type { Job } from '../../../../local/appsync/evaluator/job';
import type { Sandbox } from '../../../../local/appsync/evaluator/sandbox/spawnSandbox';

/** A sandbox without a process: no process can be made to answer at a given tick. */
const sandboxAnswering = (answer: Promise<string>): Sandbox => ({
  ready: Promise.resolve(),
  load: () => undefined,
  drop: () => undefined,
  has: () => true,
  call: () => answer,
  pid: undefined,
  pending: () => 0,
  lastSign: () => 0,
  kill: () => undefined,
  ended: new Promise(() => undefined),
});

const job: Job = { modules: [], call: ['m', 'request', '0', '', '', '', '', '', ''] };
const ticks = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await undefined;
};

it.each([0, 1, 2, 3, 4, 5, 6, 7])('serves a job that comes %i ticks after another has ended', async (count) => {
  const slow = new Promise<string>((resolve) => onTestFinished(() => resolve('slow')));
  const answers = [slow, slow, Promise.resolve('first'), Promise.resolve('second')];
  const runAlone = createSolitary({
    open: () => sandboxAnswering(answers.shift() ?? slow),
    close: () => undefined,
    deadlineMilliseconds: 60_000,
  });
  void runAlone(job);
  void runAlone(job);
  await runAlone(job);
  await ticks(count);

  const outcome = await Promise.race([runAlone(job), new Promise((resolve) => setImmediate(resolve, 'not served'))]);

  expect(outcome).not.toBe('not served');
});
