import { generateClient } from 'aws-amplify/api';
import type { GeneratedMutation, GeneratedQuery } from '../../schema/generated/amplify';
import { isRefusal, Refused, Unreachable } from './errors';

const client = generateClient();

/** Sends one of the contract's documents; rejects with Refused or Unreachable. What was BUSY is asked again. */
export const ask = async <Variables, Result>(
  document: GeneratedQuery<Variables, Result> | GeneratedMutation<Variables, Result>,
  variables: Variables & Record<string, unknown>,
  attempt = 0,
): Promise<Result> => {
  const { data, errors } = await send(document, variables);
  const [first] = errors;
  if (first === undefined) return data;
  if (!isRefusal(first, 'BUSY') || attempt === busyDelays.length) throw first;
  await new Promise((resolve) => setTimeout(resolve, (busyDelays[attempt] ?? 0) * (0.5 + Math.random())));
  return ask(document, variables, attempt + 1);
};

export interface Answer {
  // What a document asks for is known to its caller.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors: readonly PlacedError[];
}

/** An error, and the field that it is about. */
export type PlacedError = Error & { readonly path?: readonly (string | number)[] };

const busyDelays = [100, 300, 900];

/** Sends any document once: the data, and one error for each that the API names. */
export const send = async (query: string, variables: Record<string, unknown>): Promise<Answer> => {
  try {
    const answer = await client.graphql({ query, variables });
    return { data: 'data' in answer ? answer.data : undefined, errors: [] };
  } catch (error) {
    return { data: dataOf(error), errors: errorsOf(error).map(describe) };
  }
};

/** One of the errors that Amplify rejects with. */
interface WireError {
  readonly message?: string;
  readonly errorType?: string;
  readonly path?: readonly (string | number)[];
  readonly originalError?: { readonly name?: string };
  readonly name?: string;
}

const describe = ({ message = '', errorType, path, originalError, name }: WireError): PlacedError => {
  if (errorType !== undefined) return Object.assign(new Refused(errorType, message), { path });
  const cause = originalError?.name ?? name ?? '';
  return /network/i.test(`${cause} ${message}`) ? new Unreachable(message) : new Refused(cause || 'Unknown', message);
};

const dataOf = (error: unknown): unknown => (isObject(error) ? Reflect.get(error, 'data') : undefined);

const errorsOf = (error: unknown): readonly WireError[] => {
  const errors: unknown = isObject(error) ? Reflect.get(error, 'errors') : undefined;
  if (Array.isArray(errors)) return errors;
  return [error instanceof Error ? error : { message: String(error) }];
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
