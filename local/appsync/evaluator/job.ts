import type { ModuleSource } from './compile/compileModule';
import type { CallArguments, FollowArguments, Sandbox } from './sandbox/spawnSandbox';

/** One run of one handler, or of two. It changes nothing outside of its sandbox, so it may run twice. */
export interface Job extends Loadable {
  readonly args: CallArguments;
  /** The handler that follows at once. */
  readonly next?: Loadable & { readonly args: FollowArguments };
}

/** A module, and what sandboxes call it. */
export interface Loadable {
  readonly moduleId: string;
  readonly module: ModuleSource;
}

/** How a job ended: with an outcome (absent when the realm gave none; two of them packed into one), or by what stopped it. */
export type Ending = { readonly outcome: string | undefined } | { readonly stoppedBy: 'deadline' | 'crash' };

/** Runs a job in a sandbox, which gets the module first if it lacks it. */
export const runIn = (sandbox: Sandbox, { next, ...first }: Job): Promise<string | undefined> => {
  load(sandbox, first);
  if (next === undefined) return sandbox.call(first.moduleId, first.args);
  load(sandbox, next);
  return sandbox.callBoth(first.moduleId, first.args, next.moduleId, next.args);
};

/** Gives a sandbox a module that it lacks. */
export const load = (sandbox: Sandbox, { moduleId, module: { source, positions } }: Loadable): void => {
  if (!sandbox.has(moduleId)) sandbox.load(moduleId, source, positions);
};
