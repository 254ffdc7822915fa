import { createFunctionPool, type FunctionPool, type PoolOptions } from './functionPool';
import type { FunctionDescription } from './environment';
import type { WorkerAnswer } from './worker';

export interface FunctionsOptions extends PoolOptions {
  readonly functions: readonly FunctionDescription[];
}

/** The result of a synchronous invocation. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export type Invocation =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

/** The twin's Lambda: the deployed bundles in worker threads. */
export interface LocalFunctions {
  /** Invokes a function by name; a failure of the function is a result, never a rejection. */
  readonly invoke: (name: string, payload: unknown) => Promise<Invocation>;
  /** Invokes a function with an event as JSON text, and answers with its log and trace too; undefined if unknown. */
  readonly run: (name: string, event: string, requestId: string) => Promise<WorkerAnswer> | undefined;
  /** Whether Lambda would refuse a further synchronous call of a function now. */
  readonly isThrottled: (name: string) => boolean;
  readonly has: (name: string) => boolean;
  /** The current descriptions of all functions. */
  readonly list: () => readonly FunctionDescription[];
  /** Replaces all functions from the next event on; earlier events finish on the functions they began with. */
  readonly replace: (functions: readonly FunctionDescription[]) => void;
  readonly close: () => Promise<void>;
}

export const openFunctions = ({ functions, ...options }: FunctionsOptions): LocalFunctions => {
  const pools = new Map<string, FunctionPool>();
  /** Replaced pools that still have events to answer. */
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
    isThrottled: (name) => pools.get(name)?.isThrottled() ?? false,
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
