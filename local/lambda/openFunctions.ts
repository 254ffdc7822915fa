import { createFunctionPool, type FunctionPool, type PoolOptions } from './functionPool';
import type { FunctionDescription } from './environment';
import type { WorkerAnswer } from './worker';

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
  /** Runs a function over an event's text and tells all of it; undefined when there is no such function. */
  readonly run: (name: string, event: string, requestId: string) => Promise<WorkerAnswer> | undefined;
  readonly has: (name: string) => boolean;
  /** The functions as they are described now. */
  readonly list: () => readonly FunctionDescription[];
  /** Takes other bundles or environments from the next event on; events that came before end as they began. */
  readonly replace: (functions: readonly FunctionDescription[]) => void;
  readonly close: () => Promise<void>;
}

export const openFunctions = ({ functions, ...options }: FunctionsOptions): LocalFunctions => {
  const pools = new Map<string, FunctionPool>();
  /** What was replaced while it was at work. */
  const retired = new Set<FunctionPool>();
  const state = { described: functions };
  const fill = (descriptions: readonly FunctionDescription[]): void => {
    state.described = descriptions;
    descriptions.forEach((description) => pools.set(description.name, createFunctionPool(description, options)));
  };
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
      if (answer.ok) return { ok: true, payload: JSON.parse(answer.payload) };
      return { ok: false, errorType: answer.errorType, errorMessage: answer.errorMessage };
    },
    run: (name, event, requestId) => pools.get(name)?.invoke(event, requestId),
    has: (name) => pools.has(name),
    list: () => state.described,
    replace: (descriptions) => {
      for (const pool of empty()) {
        retired.add(pool);
        void pool.retire().then(() => retired.delete(pool));
      }
      fill(descriptions);
    },
    close: async () => {
      await Promise.all([...empty(), ...retired].map((pool) => pool.close()));
    },
  };
};
