import type { ModuleSource } from './compile/compileModule';
import type { CallArguments, Sandbox } from './sandbox/spawnSandbox';

/** One run of one handler. It changes nothing outside of its sandbox, so it may run twice. */
export interface Job {
  readonly moduleId: string;
  readonly module: ModuleSource;
  readonly args: CallArguments;
}

/** How a job ended: with an outcome (absent when the realm gave none), or by what stopped it. */
export type Ending = { readonly outcome: string | undefined } | { readonly stoppedBy: 'deadline' | 'crash' };

/** Runs a job in a sandbox, which gets the module first if it lacks it. */
export const runIn = (sandbox: Sandbox, { moduleId, module, args }: Job): Promise<string | undefined> => {
  load(sandbox, moduleId, module);
  return sandbox.call(moduleId, args);
};

/** Gives a sandbox a module that it lacks. */
export const load = (sandbox: Sandbox, moduleId: string, { source, positions }: ModuleSource): void => {
  if (!sandbox.has(moduleId)) sandbox.load(moduleId, source, positions);
};
