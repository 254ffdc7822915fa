import { FieldFailure } from '../errors';
import { isJsonObject } from '../json';
import type { Functions, Invocation } from '../ports';
import type { DataSource } from './source';

/**
 * A Lambda source: `{operation: 'Invoke', payload, invocationType}`. An error of the function is `ctx.error` of type
 * `Lambda:Unhandled`, whatever the function threw; `Event` does not wait.
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-lambda-js.html
 */
export const lambdaSource =
  (name: string, functions: Functions, log: (line: string) => void): DataSource =>
  async (text) => {
    const { payload, isEvent } = readRequest(JSON.parse(text));
    const invocation = functions.invoke(name, payload);
    if (!isEvent) return outcomeOf(await invocation);
    invocation.then(
      (ended) => !ended.ok && log(`AppSync: the event to ${name} failed: ${ended.errorMessage}`),
      (error: unknown) => log(`AppSync: the event to ${name} failed: ${String(error)}`),
    );
    return { result: 'null' };
  };

const readRequest = (request: unknown): { readonly payload: unknown; readonly isEvent: boolean } => {
  if (!isJsonObject(request)) throw unusable('The request must be an object.');
  const { operation, payload, invocationType } = request;
  if (operation === undefined) throw unusable("Value for field '$[operation]' not found.");
  if (operation !== 'Invoke') throw unusable(`Unsupported operation '${String(operation)}' of a Lambda source.`);
  if (invocationType !== undefined && invocationType !== 'RequestResponse' && invocationType !== 'Event') {
    throw unusable(`Unsupported invocation type '${String(invocationType)}'.`);
  }
  return { payload: payload ?? null, isEvent: invocationType === 'Event' };
};

const outcomeOf = (invocation: Invocation) => {
  if (invocation.ok) return { result: JSON.stringify(invocation.payload ?? null) };
  const { errorMessage, errorType } = invocation;
  return {
    result: 'null',
    error: { message: errorMessage, type: 'Lambda:Unhandled', unhandledErrorType: errorType },
  };
};

const unusable = (message: string) => new FieldFailure(message, { type: 'MappingTemplate' });
