import type { CompiledModule } from '../ports';
import type { SourceOutcome, SourceTurn } from '../sources/source';
import { runChain, type FieldRun, type HandlerResult } from './runHandler';
import type { RunResolver } from './runResolver';
import { stagesOf, type Stage, type Stages, type Step } from './stages';

/**
 * A pipeline resolver: its request handler, then each step with the result of the one before (`ctx.prev.result`),
 * then its response handler. An early return of the resolver skips the steps; one of a step skips its source and
 * its response handler, and with `skipTo: 'END'` also the steps that follow. Each run is announced in advance to every
 * source that can answer the runs of one field in a request together.
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-overview-js.html
 */
export const runPipeline = (code: CompiledModule, steps: readonly Step[]): RunResolver => {
  const stages = stagesOf(code, steps);
  return async (run) => {
    const turns = steps.map(({ source: { openBatch } }, at) => openBatch && run.batchOf(at, openBatch).enter());
    try {
      return await runStages({ ...stages, turns }, run);
    } finally {
      for (const turn of turns) turn?.leave();
    }
  };
};

interface Pipeline extends Stages {
  readonly turns: readonly (SourceTurn | undefined)[];
}

/** The stage at which a pipeline continues, and the outcome of the source before it. */
interface Position {
  readonly stage: Stage;
  readonly outcome?: SourceOutcome;
}

/** Stages without a source between them run in one go; how the last of them ended decides where to continue. */
const runStages = async (pipeline: Pipeline, run: FieldRun): Promise<string> => {
  let position: Position = { stage: pipeline.first };
  for (;;) {
    const { stage, outcome } = position;
    const ran = [stage, ...stage.followers.map((follower) => follower.stage)];
    for (const [at, result] of (await runChain(stage, stage.followers, run, outcome)).entries()) {
      const done = ran[at] ?? stage;
      if (done === pipeline.last) return result.text;
      position = await positionAfter(done, result, pipeline, run);
    }
  }
};

const positionAfter = async (
  done: Stage,
  { text, skipTo }: HandlerResult,
  { first, last, turns }: Pipeline,
  run: FieldRun,
): Promise<Position> => {
  const { asks, followers } = done;
  if (asks && !skipTo) {
    return { stage: asks.response, outcome: await asks.source.call(text, turns[asks.step]) };
  }
  if (asks) turns[asks.step]?.leave();
  run.prev = text;
  const isEnd = skipTo === 'END' || (skipTo === 'NEXT' && done === first);
  const stage = isEnd ? last : (followers[0]?.stage ?? last);
  return stage === last ? { stage, outcome: { result: text } } : { stage };
};
