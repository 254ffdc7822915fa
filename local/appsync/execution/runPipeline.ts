import type { CompiledModule } from '../ports';
import type { DataSource, SourceTurn } from '../sources/source';
import type { FieldRun, HandlerResult, Next } from './runHandler';
import { runHandler, runHandlers } from './runHandler';
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
      return await runSteps({ code, steps, turns }, run);
    } finally {
      for (const turn of turns) turn?.leave();
    }
  };

interface Pipeline {
  readonly code: CompiledModule;
  readonly steps: readonly Step[];
  readonly turns: readonly (SourceTurn | undefined)[];
}

/** No source is asked between a handler and the one after it, except between the two of a step: such pairs run at once. */
const runSteps = async (pipeline: Pipeline, run: FieldRun): Promise<string> => {
  const { code, steps, turns } = pipeline;
  let { first, second } = await runHandlers({ code, handler: 'request' }, handlerAt(0, pipeline), run);
  let at = first.skipTo ? steps.length : 0;
  run.prev = first.text;
  for (let step = steps[at]; step; step = steps[at]) {
    const request: HandlerResult = second ?? (await runHandler(step.code, 'request', run));
    if (request.skipTo) {
      turns[at]?.leave();
      ({ first, second } = { first: request, second: undefined });
    } else {
      const outcome = await step.source.call(request.text, turns[at]);
      const response = { code: step.code, handler: 'response' } as const;
      ({ first, second } = await runHandlers(response, handlerAt(at + 1, pipeline), run, outcome));
    }
    run.prev = first.text;
    at = first.skipTo === 'END' ? steps.length : at + 1;
  }
  return (second ?? (await runHandler(code, 'response', run, { result: run.prev }))).text;
};

/** The request handler of a step; after the last step the resolver's own response handler. */
const handlerAt = (at: number, { code, steps }: Pipeline): Next => {
  const step = steps[at];
  return step
    ? { code: step.code, handler: 'request', link: 'prev' }
    : { code, handler: 'response', link: 'prev and result' };
};
