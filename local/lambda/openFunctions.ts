import { createFunctionPool, type FunctionPool, type PoolOptions } from './functionPool';
import type { FunctionDescription } from './environment';

export interface FunctionsOptions extends PoolOptions {
  readonly functions: readonly FunctionDescription[];
}

/** What a synchronous invocation gives. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export type Invocation =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

/** The twin's Lambda: the deployed bundles in worker threads. */
export interface LocalFunctions {
  /** Runs a function by its name; never rejects for what the function does. */
  readonly invoke: (name: string, payload: unknown) => Promise<Invocation>;
  /** Takes other bundles or environments from the next event on. */
  readonly replace: (functions: readonly FunctionDescription[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const openFunctions = ({ functions, ...options }: FunctionsOptions): LocalFunctions => {
  const pools = new Map<string, FunctionPool>();
  const fill = (descriptions: readonly FunctionDescription[]): void =>
    descriptions.forEach((description) => pools.set(description.name, createFunctionPool(description, options)));
  const empty = (): FunctionPool[] => {
    const old = [...pools.values()];
    pools.clear();
    return old;
  };
  fill(functions);

  return {
    invoke: async (name, payload) => {
      const pool = pools.get(name);
      if (!pool) {
        const errorMessage = `Function not found: ${name}`;
        return { ok: false, errorType: 'ResourceNotFoundException', errorMessage };
      }
      const answer = await pool.invoke(JSON.stringify(payload) ?? 'null');
      return answer.ok ? { ok: true, payload: JSON.parse(answer.payload) } : answer;
    },
    replace: async (descriptions) => {
      const old = empty();
      fill(descriptions);
      await Promise.all(old.map((pool) => pool.close()));
    },
    close: async () => {
      await Promise.all(empty().map((pool) => pool.close()));
    },
  };
};
