import type { ModuleSource } from './compile/compileModule';
import type { SandboxCall } from './sandbox/sandboxCall';
import type { Sandbox } from './sandbox/spawnSandbox';

/** One run of one handler, or of a chain of them. It changes nothing outside its sandbox, so it can be retried. */
export interface Job {
  /** All modules whose handlers it runs. */
  readonly modules: readonly Loadable[];
  readonly call: SandboxCall;
}

/** A module, and the id by which sandboxes know it. */
export interface Loadable {
  readonly moduleId: string;
  readonly module: ModuleSource;
}

/** How a job ended: the sandbox's answer (undefined if there was none), or what stopped the sandbox. */
export type Ending = { readonly outcome: string | undefined } | { readonly stoppedBy: 'deadline' | 'crash' };

/** Runs a job in a sandbox, after loading the modules that the sandbox lacks. */
export const runIn = (sandbox: Sandbox, { modules, call }: Job): Promise<string | undefined> => {
  for (const module of modules) load(sandbox, module);
  return sandbox.call(call);
};

/** Loads a module into a sandbox that does not have it yet. */
export const load = (sandbox: Sandbox, { moduleId, module: { source, positions } }: Loadable): void => {
  if (!sandbox.has(moduleId)) sandbox.load(moduleId, source, positions);
};
