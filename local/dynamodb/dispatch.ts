import { traceOf } from '../traceOf';
import { checkShape } from './checks/checkShape';
import { InternalFailure, TableError, UnreadableRequest, UnsupportedOperation } from './errors';
import type { JsonObject } from '../json';
import type { Operation } from './operations/operation';
import { runByName } from './tables/tableArns';

/** Runs an operation by name. It takes over the input, and rejects only with a TableError. */
export type Dispatch = (operation: string, input: unknown) => Promise<JsonObject>;

export const createDispatch =
  (operations: Readonly<Record<string, Operation>>, log: (line: string) => void): Dispatch =>
  async (name, input) => {
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (operation === undefined) throw new UnsupportedOperation(name);
    try {
      return await runByName(operation, checkShape(input));
    } catch (error) {
      if (error instanceof TableError) throw error;
      log(`DynamoDB: ${name} failed: ${traceOf(error)}`);
      throw new InternalFailure({ cause: error });
    }
  };

/** Copies an input through JSON, because operations modify theirs; UnreadableRequest if it cannot be serialized. */
export const copyInput = (input: JsonObject): unknown => {
  try {
    const copy: unknown = JSON.parse(JSON.stringify(input));
    return copy;
  } catch {
    throw new UnreadableRequest();
  }
};
