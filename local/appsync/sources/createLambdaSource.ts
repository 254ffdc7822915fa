import { FieldFailure } from '../errors';
import { isJsonObject } from '../../json';
import type { Functions, Invocation } from '../ports';
import { createLambdaBatch } from './createLambdaBatch';
import type { Batched, DataSource, SourceOutcome } from './source';

interface LambdaRequest extends Batched {
  readonly operation: 'Invoke' | 'BatchInvoke';
}

/**
 * A Lambda source: `{operation: 'Invoke' | 'BatchInvoke', payload, invocationType}`. An error of the function becomes
 * `ctx.error` of type `Lambda:Unhandled`, whatever the function threw; `Event` does not wait for the function.
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-lambda-js.html
 */
export const createLambdaSource = (name: string, functions: Functions, log: (line: string) => void): DataSource => {
  const invoke = async (payload: unknown): Promise<SourceOutcome> => outcomeOf(await functions.invoke(name, payload));
  const invokeBatch = async (payloads: readonly unknown[]): Promise<readonly SourceOutcome[]> =>
    outcomesOf(await functions.invoke(name, payloads), payloads.length);
  const send = (payload: unknown): SourceOutcome => {
    functions.invoke(name, payload).then(
      (ended) => !ended.ok && log(`AppSync: the event to ${name} failed: ${ended.errorMessage}`),
      (error: unknown) => log(`AppSync: the event to ${name} failed: ${String(error)}`),
    );
    return nothing;
  };
  const sendBatch = async (payloads: readonly unknown[]): Promise<readonly SourceOutcome[]> => {
    const sent = send(payloads);
    return payloads.map(() => sent);
  };

  return {
    call: async (text, turn) => {
      const { operation, payload, isEvent } = readRequest(JSON.parse(text));
      if (operation === 'BatchInvoke' && turn) return turn.join({ payload, isEvent });
      turn?.leave();
      if (operation === 'Invoke') return isEvent ? send(payload) : invoke(payload);
      const [outcome = nothing] = await (isEvent ? sendBatch([payload]) : invokeBatch([payload]));
      return outcome;
    },
    openBatch: () => createLambdaBatch(invokeBatch, sendBatch),
  };
};

const nothing: SourceOutcome = { result: 'null' };

const readRequest = (request: unknown): LambdaRequest => {
  if (!isJsonObject(request)) throw unusable('The request must be an object.');
  const { operation, payload = null, invocationType = 'RequestResponse' } = request;
  if (operation === undefined) throw unusable("Value for field '$[operation]' not found.");
  if (operation !== 'Invoke' && operation !== 'BatchInvoke') {
    throw unusable(`Unsupported operation '${String(operation)}'.`);
  }
  if (invocationType !== 'RequestResponse' && invocationType !== 'Event') {
    throw unusable(`Unsupported invocation type '${String(invocationType)}'.`);
  }
  return { operation, payload, isEvent: invocationType === 'Event' };
};

const outcomeOf = (invocation: Invocation): SourceOutcome =>
  invocation.ok ? { result: JSON.stringify(invocation.payload ?? null) } : failed(invocation.errorMessage);

/** A batch returns a list with an item for each payload; a failure applies to all of them. */
const outcomesOf = (invocation: Invocation, count: number): readonly SourceOutcome[] => {
  if (!invocation.ok) return Array.from({ length: count }, () => failed(invocation.errorMessage));
  const { payload } = invocation;
  if (Array.isArray(payload) && payload.length === count) {
    return payload.map((item: unknown) => ({ result: JSON.stringify(item ?? null) }));
  }
  const message = `The function must answer BatchInvoke with a list of ${count} items.`;
  return Array.from({ length: count }, () => failed(message));
};

const failed = (message: string): SourceOutcome => ({ result: 'null', error: { message, type: 'Lambda:Unhandled' } });

const unusable = (message: string) => new FieldFailure(message, { type: 'MappingTemplate' });
