import { createHash } from 'node:crypto';
import { bundleScript } from '../../../tools/bundle';
import type { Clock } from '../../clock';
import { createRandomPool } from '../../createRandomPool';
import type { CompiledModule, Evaluator } from '../ports';
import { createCompiler, type Compiler } from './compile/createCompiler';
import { createModules } from './createModules';
import { createDispatcher } from './createDispatcher';
import { spawnSandbox } from './sandbox/spawnSandbox';

export interface EvaluatorOptions {
  readonly clock: Clock;
  /** How long a handler may run. */
  readonly deadlineMilliseconds?: number;
  /** The heap limit of one sandbox, shared by all code that runs in it. */
  readonly memoryMiB?: number;
  /** 32 hexadecimal digits for one run; a test passes fixed ones to get the same ids each time. */
  readonly entropy?: () => string;
  readonly compiler?: Pick<Compiler, 'compile'>;
  readonly log?: (line: string) => void;
}

/** Opens the evaluator: APPSYNC_JS runs in separate processes and cannot affect this one. */
export const openEvaluator = async ({
  clock,
  deadlineMilliseconds = 2000,
  memoryMiB = 64,
  entropy = createEntropy(),
  compiler = createCompiler(),
  log = () => undefined,
}: EvaluatorOptions): Promise<Evaluator> => {
  const [main, library] = await Promise.all([
    bundleScript('local/appsync/evaluator/sandbox/sandboxMain.ts'),
    bundleScript('local/appsync/runtime/startModule.ts'),
  ]);
  const spawn = () => spawnSandbox({ main, library, memoryMiB });
  const dispatcher = createDispatcher({ spawn, deadlineMilliseconds });
  const limits = { deadlineMilliseconds, memoryMiB };
  const moduleOf = createModules({ dispatcher, limits, clock, entropy, log });
  const modules = new Map<string, Promise<CompiledModule>>();

  const compile = async (code: string, moduleId: string): Promise<CompiledModule> => {
    const loadable = { moduleId, module: await compiler.compile(code) };
    dispatcher.prepare(loadable);
    return moduleOf(loadable);
  };

  /** What is rejected is forgotten, so that it is compiled again when asked for again. */
  const compileOnce = (code: string, moduleId: string): Promise<CompiledModule> => {
    const compiling = compile(code, moduleId);
    compiling.catch(() => modules.delete(moduleId));
    return compiling;
  };

  return {
    load: async (code) => {
      const moduleId = createHash('sha256').update(code).digest('base64url');
      const known = modules.get(moduleId) ?? compileOnce(code, moduleId);
      // The most recently used goes last, so that the first is the least recently used.
      modules.delete(moduleId);
      modules.set(moduleId, known);
      if (modules.size > maxModules) forgetOldest(modules, dispatcher.forget);
      return known;
    },
    close: async () => dispatcher.close(),
  };
};

const createEntropy = (): (() => string) => {
  const draw = createRandomPool(16);
  return () => draw().toString('hex');
};

const maxModules = 100;

const forgetOldest = (modules: Map<string, unknown>, forget: (moduleId: string) => void): void => {
  const [oldest] = modules.keys();
  if (oldest === undefined) return;
  modules.delete(oldest);
  forget(oldest);
};
