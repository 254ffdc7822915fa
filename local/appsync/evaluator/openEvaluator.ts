import { createHash } from 'node:crypto';
import { bundleScript } from '../../../tools/bundle';
import type { Clock } from '../../clock';
import type { CompiledModule, Evaluator } from '../ports';
import { createCompiler, type Compiler } from './compile/createCompiler';
import { createDispatcher } from './dispatch';
import { createEntropyPool } from './entropyPool';
import { toEvaluation } from './toEvaluation';
import { spawnSandbox } from './sandbox/spawnSandbox';

export interface EvaluatorOptions {
  readonly clock: Clock;
  /** How long one run of a handler may take. */
  readonly deadlineMilliseconds?: number;
  /** How much memory the code of all runs in one sandbox may hold. */
  readonly memoryMiB?: number;
  /** 32 hexadecimal digits for one run; a test gives its own and gets the same ids each time. */
  readonly entropy?: () => string;
  readonly compiler?: Pick<Compiler, 'compile'>;
  readonly log?: (line: string) => void;
}

/** Opens the evaluator: APPSYNC_JS runs in processes of its own, and what it does there stays there. */
export const openEvaluator = async ({
  clock,
  deadlineMilliseconds = 2000,
  memoryMiB = 64,
  entropy = createEntropyPool(),
  compiler = createCompiler(),
  log = () => undefined,
}: EvaluatorOptions): Promise<Evaluator> => {
  const [main, library] = await Promise.all([
    bundleScript('local/appsync/evaluator/sandbox/sandboxMain.ts'),
    bundleScript('local/appsync/runtime/startModule.ts'),
  ]);
  const spawn = () => spawnSandbox({ main, library, memoryMiB });
  const dispatcher = createDispatcher({ spawn, deadlineMilliseconds });
  const modules = new Map<string, CompiledModule>();

  const compile = async (code: string, moduleId: string): Promise<CompiledModule> => {
    const module = await compiler.compile(code);
    dispatcher.prepare(moduleId, module);
    return {
      run: async (handler, context) => {
        const args = [handler, String(clock()), entropy(), context] as const;
        const ending = await dispatcher.run({ moduleId, module, args });
        if ('stoppedBy' in ending) log(`Resolver code was stopped (${ending.stoppedBy}).`);
        return toEvaluation(ending, { deadlineMilliseconds, memoryMiB });
      },
    };
  };

  return {
    load: async (code) => {
      const moduleId = createHash('sha256').update(code).digest('base64url');
      const known = modules.get(moduleId) ?? (await compile(code, moduleId));
      // The newest last, so that the first is the one not asked for the longest.
      modules.delete(moduleId);
      modules.set(moduleId, known);
      if (modules.size > MAX_MODULES) forgetOldest(modules, dispatcher.forget);
      return known;
    },
    close: async () => dispatcher.close(),
  };
};

const MAX_MODULES = 100;

const forgetOldest = (modules: Map<string, CompiledModule>, forget: (moduleId: string) => void): void => {
  const [oldest] = modules.keys();
  if (oldest === undefined) return;
  modules.delete(oldest);
  forget(oldest);
};
