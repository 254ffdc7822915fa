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

/** What runs the code of resolvers. */
export interface Runtime {
  readonly evaluator: Evaluator;
  /** Compiles a project's code, or takes what the last start made of it. */
  readonly prepare: (project: Project) => Promise<void>;
}

/** Opens the run time. Its process starts at once, while the data are still being opened. */
export const openRuntime = async (scope: Scope, { clock, log }: RuntimeOptions): Promise<Runtime> => {
  const compiler = createCompiler();
  const evaluator = scope.keep(await openEvaluator({ clock, log, compiler }));
  return {
    evaluator,
    prepare: ({ bundles: { resolvers, steps } }) =>
      compiler.prepare([...Object.values(resolvers), ...Object.values(steps)]),
  };
};
