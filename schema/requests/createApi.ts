import { generateClient } from 'aws-amplify/api';
import type { Api, Ask, PlacedError, Send } from './api';

/** One of the errors that Amplify rejects with. */
export interface WireError {
  readonly message?: string;
  readonly errorType?: string;
  readonly path?: readonly (string | number)[];
  readonly originalError?: { readonly name?: string };
  readonly name?: string;
}

/** The API by way of Amplify, as the person who is signed in. `describe` says what an error is to this client. */
export const createApi = (describe: (error: WireError) => Error): Api => {
  const client = generateClient();
  const place = (error: WireError): PlacedError => Object.assign(describe(error), { path: error.path ?? undefined });
  const send: Send = async (query, variables) => {
    try {
      const answer = await client.graphql({ query, variables });
      return { data: 'data' in answer ? answer.data : undefined, errors: [] };
    } catch (error) {
      return { data: dataOf(error), errors: errorsOf(error).map(place) };
    }
  };
  const ask: Ask = async (document, variables) => {
    const { data, errors } = await send(document, variables);
    if (errors[0] !== undefined) throw errors[0];
    return data;
  };
  return { send, ask };
};

const dataOf = (error: unknown): unknown => (isObject(error) ? Reflect.get(error, 'data') : undefined);

const errorsOf = (error: unknown): readonly WireError[] => {
  const errors: unknown = isObject(error) ? Reflect.get(error, 'errors') : undefined;
  if (Array.isArray(errors)) return errors;
  return [error instanceof Error ? error : { message: String(error) }];
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
