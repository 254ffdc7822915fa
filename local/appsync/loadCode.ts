import type { ApiParts } from './options';
import type { CompiledModule, Evaluator } from './ports';

/** The compiled code of an API, and what is wrong with the rest. */
export interface LoadedCode {
  readonly resolvers: ReadonlyMap<string, CompiledModule>;
  readonly steps: ReadonlyMap<string, CompiledModule>;
  readonly problems: readonly string[];
}

/** Compiles all resolvers and steps at once. */
export const loadCode = async ({ code }: Pick<ApiParts, 'code'>, evaluator: Evaluator): Promise<LoadedCode> => {
  const problems: string[] = [];
  const load = async (folder: string, texts: Readonly<Record<string, string>>) => {
    const modules = new Map<string, CompiledModule>();
    const loading = Object.entries(texts).map(async ([name, text]) => {
      try {
        modules.set(name, await evaluator.load(text));
      } catch (error) {
        problems.push(`${folder}${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
    await Promise.all(loading);
    return modules;
  };
  const [resolvers, steps] = await Promise.all([load('', code.resolvers), load('steps/', code.steps)]);
  return { resolvers, steps, problems };
};
