import type { CompiledModule } from '../ports';
import type { DataSource, SourceTurn } from '../sources/source';
import type { FieldRun, HandlerResult } from './runHandler';
import { runHandler } from './runHandler';
import type { RunResolver } from './runResolver';

export interface Step {
  readonly code: CompiledModule;
  readonly source: DataSource;
}

/**
 * A pipeline resolver: its request handler, then each step on the result of the one before (`ctx.prev.result`),
 * then its response handler. An early return of the resolver skips the steps; one of a step skips its source and
 * its response handler, and with `skipTo: 'END'` the steps that follow. Runs of the same field in one request are
 * announced to every source that can answer them together.
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-overview-js.html
 */
export const runPipeline =
  (code: CompiledModule, steps: readonly Step[]): RunResolver =>
  async (run) => {
    const turns = steps.map(({ source: { openBatch } }, at) => openBatch && run.batchOf(at, openBatch).enter());
    try {
      const before = await runHandler(code, 'request', run);
      run.prev = before.text;
      if (!before.skipTo) await runSteps(steps, turns, run);
    } finally {
      for (const turn of turns) turn?.leave();
    }
    const result = run.prev ?? 'null';
    return (await runHandler(code, 'response', run, { result })).text;
  };

type Turns = readonly (SourceTurn | undefined)[];

const runSteps = async (steps: readonly Step[], turns: Turns, run: FieldRun): Promise<void> => {
  for (const [at, step] of steps.entries()) {
    const { text, skipTo } = await runStep(step, turns[at], run);
    run.prev = text;
    if (skipTo === 'END') return;
  }
};

const runStep = async ({ code, source }: Step, turn: SourceTurn | undefined, run: FieldRun): Promise<HandlerResult> => {
  const request = await runHandler(code, 'request', run);
  if (!request.skipTo) return runHandler(code, 'response', run, await source.call(request.text, turn));
  turn?.leave();
  return request;
};
