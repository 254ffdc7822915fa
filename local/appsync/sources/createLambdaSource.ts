import { FieldFailure } from '../errors';
import { isJsonObject } from '../json';
import type { Functions, Invocation } from '../ports';
import { createBatch } from './createBatch';
import type { DataSource, SourceOutcome } from './source';

/**
 * "By default, when using BatchInvoke, AWS AppSync sends requests to your Lambda function in batches of up to five
 * items." https://docs.aws.amazon.com/appsync/latest/devguide/tutorial-lambda-resolvers-js.html
 */
const batchSize = 5;

interface LambdaRequest {
  readonly operation: 'Invoke' | 'BatchInvoke';
  readonly payload: unknown;
  readonly isEvent: boolean;
}

/**
 * A Lambda source: `{operation: 'Invoke' | 'BatchInvoke', payload, invocationType}`. An error of the function is
 * `ctx.error` of type `Lambda:Unhandled`, whatever the function threw; `Event` does not wait.
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-lambda-js.html
 */
export const createLambdaSource = (name: string, functions: Functions, log: (line: string) => void): DataSource => {
  const invokeBatch = async (payloads: readonly unknown[]): Promise<readonly SourceOutcome[]> =>
    outcomesOf(await functions.invoke(name, payloads), payloads.length);

  return {
    call: async (text, turn) => {
      const { operation, payload, isEvent } = readRequest(JSON.parse(text));
      if (operation === 'BatchInvoke') return turn ? turn.join(payload) : first(await invokeBatch([payload]));
      turn?.leave();
      const invocation = functions.invoke(name, payload);
      if (!isEvent) return outcomeOf(await invocation);
      invocation.then(
        (ended) => !ended.ok && log(`AppSync: the event to ${name} failed: ${ended.errorMessage}`),
        (error: unknown) => log(`AppSync: the event to ${name} failed: ${String(error)}`),
      );
      return { result: 'null' };
    },
    openBatch: () => createBatch(batchSize, invokeBatch),
  };
};

const readRequest = (request: unknown): LambdaRequest => {
  if (!isJsonObject(request)) throw unusable('The request must be an object.');
  const { operation, payload = null, invocationType = 'RequestResponse' } = request;
  if (operation === undefined) throw unusable("Value for field '$[operation]' not found.");
  if (operation !== 'Invoke' && operation !== 'BatchInvoke') {
    throw unusable(`Unsupported operation '${String(operation)}' of a Lambda source.`);
  }
  if (invocationType !== 'RequestResponse' && invocationType !== 'Event') {
    throw unusable(`Unsupported invocation type '${String(invocationType)}'.`);
  }
  return { operation, payload, isEvent: invocationType === 'Event' };
};

const outcomeOf = (invocation: Invocation): SourceOutcome =>
  invocation.ok ? { result: JSON.stringify(invocation.payload ?? null) } : failed(invocation);

/** A batch's answer is a list, an item for each payload; a failure is everyone's. */
const outcomesOf = (invocation: Invocation, count: number): readonly SourceOutcome[] => {
  if (!invocation.ok) return Array.from({ length: count }, () => failed(invocation));
  const { payload } = invocation;
  if (Array.isArray(payload) && payload.length === count) {
    return payload.map((item: unknown) => ({ result: JSON.stringify(item ?? null) }));
  }
  const errorMessage = `The function must answer BatchInvoke with a list of ${count} items.`;
  return Array.from({ length: count }, () => failed({ errorMessage, errorType: 'InvalidBatch' }));
};

const failed = ({ errorMessage, errorType }: { readonly errorMessage: string; readonly errorType: string }) => ({
  result: 'null',
  error: { message: errorMessage, type: 'Lambda:Unhandled', unhandledErrorType: errorType },
});

const first = ([outcome]: readonly SourceOutcome[]): SourceOutcome => outcome ?? { result: 'null' };

const unusable = (message: string) => new FieldFailure(message, { type: 'MappingTemplate' });
