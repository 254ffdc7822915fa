import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedBuild } from '../../../../tools/cachedBuild';
import { projectRoot } from '../../../../tools/paths';
import { CodeRejected } from '../errors';
import type { ModuleSource } from './compileModule';

/** Makes APPSYNC_JS source runnable; the parser is loaded only when there is something to parse. */
export interface Compiler {
  /** Rejects with CodeRejected if the source leaves the APPSYNC_JS subset. */
  readonly compile: (code: string) => Promise<ModuleSource>;
  /**
   * Compiles all sources of a project, or reuses the last start's output. If one is rejected, nothing is prepared, and
   * the error surfaces when that one is compiled.
   */
  readonly prepare: (codes: readonly string[]) => Promise<void>;
}

export const createCompiler = (): Compiler => {
  const state: { prepared: ReadonlyMap<string, ModuleSource> } = { prepared: new Map() };
  return {
    compile: async (code) => state.prepared.get(code) ?? compileNow(code),
    prepare: async (codes) => {
      try {
        const outputs = await cachedBuild('compiled-code', codes, () => compileAll(codes));
        state.prepared = new Map(Object.entries(outputs).map(([code, module]) => [code, JSON.parse(module)]));
      } catch (error) {
        if (!(error instanceof CodeRejected)) throw error;
        state.prepared = new Map();
      }
    },
  };
};

const compileNow = async (code: string): Promise<ModuleSource> => {
  const { compileModule } = await import('./compileModule');
  return compileModule(code);
};

/** Its inputs are the compiler's own files and the runtime files it imports: a change to any recompiles everything. */
const compileAll = async (codes: readonly string[]) => {
  const folder = 'local/appsync/evaluator/compile';
  const files = (await readdir(join(projectRoot, folder))).map((file) => join(folder, file));
  const modules = ['dynamodbRequests/module.ts', 'rds/module.ts', 'language/absentMembers.ts'].map((path) =>
    join('local/appsync/runtime', path),
  );
  const outputs = await Promise.all(codes.map(async (code) => [code, JSON.stringify(await compileNow(code))] as const));
  return { inputs: [...files, ...modules], outputs: Object.fromEntries(outputs) };
};
