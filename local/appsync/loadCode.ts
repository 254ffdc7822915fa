import { CodeRejected } from './evaluator/errors';
import type { ApiParts } from './options';
import type { CompiledModule, Evaluator } from './ports';

/** The compiled code of an API, and the problems of the code that did not compile. */
export interface LoadedCode {
  readonly resolvers: ReadonlyMap<string, CompiledModule>;
  readonly steps: ReadonlyMap<string, CompiledModule>;
  readonly problems: readonly string[];
}

/** Compiles all resolvers and steps concurrently. */
export const loadCode = async ({ code }: Pick<ApiParts, 'code'>, evaluator: Evaluator): Promise<LoadedCode> => {
  const problems: string[] = [];
  const load = async (folder: string, texts: Readonly<Record<string, string>>) => {
    const modules = new Map<string, CompiledModule>();
    const loading = Object.entries(texts).map(async ([name, text]) => {
      try {
        modules.set(name, await evaluator.load(text));
      } catch (error) {
        problems.push(...complaintsOf(error).map((complaint) => `${folder}${name}: ${complaint}`));
      }
    });
    await Promise.all(loading);
    return modules;
  };
  const [resolvers, steps] = await Promise.all([load('', code.resolvers), load('steps/', code.steps)]);
  return { resolvers, steps, problems };
};

const complaintsOf = (error: unknown): readonly string[] => {
  if (error instanceof CodeRejected && error.codeErrors.length > 0)
    return error.codeErrors.map(({ value }) => value.trimEnd());
  return [error instanceof Error ? error.message : String(error)];
};
