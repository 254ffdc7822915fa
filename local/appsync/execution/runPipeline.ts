import type { CompiledModule } from '../ports';
import type { DataSource } from '../sources/source';
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
 * its response handler, and with `skipTo: 'END'` the steps that follow.
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-overview-js.html
 */
export const runPipeline =
  (code: CompiledModule, steps: readonly Step[]): RunResolver =>
  async (run) => {
    const before = await runHandler(code, 'request', run);
    run.prev = before.text;
    if (!before.skipTo) await runSteps(steps, run);
    const result = run.prev ?? 'null';
    return (await runHandler(code, 'response', run, { result })).text;
  };

const runSteps = async (steps: readonly Step[], run: FieldRun): Promise<void> => {
  for (const step of steps) {
    const { text, skipTo } = await runStep(step, run);
    run.prev = text;
    if (skipTo === 'END') return;
  }
};

const runStep = async ({ code, source }: Step, run: FieldRun): Promise<HandlerResult> => {
  const request = await runHandler(code, 'request', run);
  if (request.skipTo) return request;
  return runHandler(code, 'response', run, await source.call(request.text));
};
