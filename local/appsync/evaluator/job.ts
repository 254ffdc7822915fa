import type { ModuleSource } from './compile/compileModule';
import type { Sandbox, SandboxCall } from './sandbox/spawnSandbox';

/** One run of one handler, or of several. It changes nothing outside of its sandbox, so it may run twice. */
export interface Job {
  /** All that it runs. */
  readonly modules: readonly Loadable[];
  readonly call: SandboxCall;
}

/** A module, and what sandboxes call it. */
export interface Loadable {
  readonly moduleId: string;
  readonly module: ModuleSource;
}

/** How a job ended: with what the sandbox answered (absent when the realm gave nothing), or by what stopped it. */
export type Ending = { readonly outcome: string | undefined } | { readonly stoppedBy: 'deadline' | 'crash' };

/** Runs a job in a sandbox, which gets the modules first that it lacks. */
export const runIn = (sandbox: Sandbox, { modules, call }: Job): Promise<string | undefined> => {
  for (const module of modules) load(sandbox, module);
  return sandbox.call(call);
};

/** Gives a sandbox a module that it lacks. */
export const load = (sandbox: Sandbox, { moduleId, module: { source, positions } }: Loadable): void => {
  if (!sandbox.has(moduleId)) sandbox.load(moduleId, source, positions);
};
