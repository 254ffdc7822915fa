import type { CompiledModule, Follower, HandlerName } from '../ports';
import type { DataSource } from '../sources/source';

export interface Step {
  readonly code: CompiledModule;
  readonly source: DataSource;
}

/** A handler of a pipeline, and what can follow it. */
export interface Stage {
  readonly code: CompiledModule;
  readonly handler: HandlerName;
  /** The stages that can run right after it, one after the other, because no source is called before them. */
  readonly followers: readonly Following[];
  /** For a step's request handler: the source to call after it, unless it returns early. */
  readonly asks?: { readonly source: DataSource; readonly step: number; readonly response: Stage };
}

export interface Following extends Follower {
  readonly stage: Stage;
}

export interface Stages {
  /** The resolver's request handler. */
  readonly first: Stage;
  /** The resolver's response handler. */
  readonly last: Stage;
}

/** The handlers of a pipeline: the resolver's request handler, two of each step, the resolver's response handler. */
export const stagesOf = (code: CompiledModule, steps: readonly Step[]): Stages => {
  const last: Stage = { code, handler: 'response', followers: [] };
  const before = (stage: Stage, ending: 'result' | 'early'): readonly Following[] => {
    const isLast = stage === last;
    const early = isLast ? 'NEXT or END' : 'NEXT';
    return [
      {
        code: stage.code,
        handler: stage.handler,
        after: ending === 'result' ? ending : early,
        link: isLast ? 'prev and result' : 'prev',
        stage,
      },
      ...stage.followers,
    ];
  };
  const next = steps.reduceRight<Stage>((following, { code: own, source }, step) => {
    const response: Stage = { code: own, handler: 'response', followers: before(following, 'result') };
    const asks = { source, step, response };
    return { code: own, handler: 'request', followers: before(following, 'early'), asks };
  }, last);
  return { first: { code, handler: 'request', followers: before(next, 'result') }, last };
};
