import { createCompiler } from '../appsync/evaluator/compile/createCompiler';
import { openEvaluator } from '../appsync/evaluator/openEvaluator';
import type { Evaluator } from '../appsync/ports';
import type { Clock } from '../clock';
import type { Project } from '../project';
import type { Scope } from './createScope';

interface RuntimeOptions {
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

/** Runs the code of resolvers and steps. */
export interface Runtime {
  readonly evaluator: Evaluator;
  /** Compiles a project's code, or reuses the cached output of an earlier build. */
  readonly prepare: (project: Project) => Promise<void>;
}

/** Opens the runtime. Its process starts at once, while the data is still being opened. */
export const openRuntime = async (scope: Scope, { clock, log }: RuntimeOptions): Promise<Runtime> => {
  const compiler = createCompiler();
  const evaluator = scope.keep(await openEvaluator({ clock, log, compiler }));
  return {
    evaluator,
    prepare: ({ bundles: { resolvers, steps } }) =>
      compiler.prepare([...Object.values(resolvers), ...Object.values(steps)]),
  };
};
