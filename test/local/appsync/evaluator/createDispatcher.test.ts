import { kill } from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EvaluatorClosed } from '../../../../local/appsync/evaluator/errors';
import { compileModule } from '../../../../local/appsync/evaluator/compile/compileModule';
import { partsOfContext, textsOfContext } from '../../../../local/appsync/contextParts';
import { createDispatcher } from '../../../../local/appsync/evaluator/createDispatcher';
import { unpack } from '../../../../local/appsync/pack';
import { spawnSandbox, type Sandbox } from '../../../../local/appsync/evaluator/sandbox/spawnSandbox';
import { bundleScript } from '../../../../tools/bundle';

const start = async () => {
  const [main, library] = await Promise.all([
    bundleScript('local/appsync/evaluator/sandbox/sandboxMain.ts'),
    bundleScript('local/appsync/runtime/startModule.ts'),
  ]);
  const sandboxes: Sandbox[] = [];
  const spawn = () => {
    const sandbox = spawnSandbox({ main, library, memoryMiB: 64 });
    sandboxes.push(sandbox);
    return sandbox;
  };
  const dispatcher = createDispatcher({ spawn, deadlineMilliseconds: 2_000 });
  onTestFinished(() => dispatcher.close());
  const module = compileModule('export const request = (ctx) => ctx.args.n; export const response = () => null;');
  const run = async (n: number) => {
    const context = textsOfContext(partsOfContext({ arguments: { n } }));
    const parts = ['m', 'request', '0', '0'.repeat(32), ...context] as const;
    const ending = await dispatcher.run({ modules: [{ moduleId: 'm', module }], call: parts });
    return 'outcome' in ending ? unpack(unpack(ending.outcome ?? '')[0] ?? '')[0] : ending.stoppedBy;
  };
  return { run, sandboxes, close: dispatcher.close };
};

const killAll = (sandboxes: readonly Sandbox[]): void => {
  for (const { pid } of sandboxes) if (pid !== undefined) kill(pid, 'SIGKILL');
};

describe('sandboxes that somebody else kills', () => {
  it('cost no call its answer', async () => {
    const { run, sandboxes } = await start();
    await run(0);

    const running = Array.from({ length: 500 }, (_, n) => run(n));
    killAll(sandboxes);

    expect(await Promise.all(running)).toEqual(Array.from({ length: 500 }, (_, n) => String(n)));
  });

  it('cost none either when they are killed where each call is alone', async () => {
    const { run, sandboxes } = await start();
    const kills = { left: 4 };

    const running = Promise.all(Array.from({ length: 30 }, (_, n) => run(n)));
    while (kills.left > 0) {
      const [sandbox] = sandboxes.splice(0, 1);
      if (sandbox?.pid !== undefined) {
        kills.left -= 1;
        kill(sandbox.pid, 'SIGKILL');
      }
      await new Promise(setImmediate);
    }

    expect(await running).toEqual(Array.from({ length: 30 }, (_, n) => String(n)));
    expect(await run(7)).toBe('7');
  });
});

describe('closing', () => {
  it('refuses every call, also those that wait for their turn to run alone', async () => {
    const { run, sandboxes, close } = await start();
    const running = Promise.allSettled(Array.from({ length: 30 }, (_, n) => run(n)));
    killAll(sandboxes);
    while (sandboxes.length === 1) await new Promise(setImmediate);

    close();

    const refused = { status: 'rejected', reason: expect.any(EvaluatorClosed) };
    expect(await running).toEqual(Array.from({ length: 30 }, () => refused));
  });
});
