import { generateClient } from 'aws-amplify/api';
import { fetchAuthSession } from 'aws-amplify/auth';
import type { Api, Ask, PlacedError, Send } from './api';
import { unauthorized, wireErrors, type WireError } from './wireErrors';

/** The response to a request. */
interface Sent {
  readonly data: unknown;
  readonly errors: readonly WireError[];
}

/**
 * The API through Amplify, as the signed-in user. `describe` maps an error to this client's own. When the token is
 * refused, it is refreshed and the request sent again, which is safe: a refused request has done nothing.
 */
export const createApi = (describe: (error: WireError) => Error): Api => {
  const client = generateClient();
  const place = (error: WireError): PlacedError => Object.assign(describe(error), { path: error.path ?? undefined });
  const sendOnce = async (query: string, variables: Record<string, unknown>): Promise<Sent> => {
    try {
      const answer = await client.graphql({ query, variables });
      return { data: 'data' in answer ? answer.data : undefined, errors: [] };
    } catch (error) {
      return { data: dataOf(error), errors: wireErrors(error) };
    }
  };
  const send: Send = async (query, variables) => {
    const first = await sendOnce(query, variables);
    const isRefused = first.errors.some(({ errorType }) => errorType === unauthorized);
    const { data, errors } = isRefused ? await sendRenewed(first, query, variables) : first;
    return { data, errors: errors.map(place) };
  };
  /** When no new tokens can be had, Amplify drops the old ones and its sign-in appears. */
  const sendRenewed = async (refused: Sent, query: string, variables: Record<string, unknown>): Promise<Sent> => {
    try {
      const { tokens } = await fetchAuthSession({ forceRefresh: true });
      return tokens ? await sendOnce(query, variables) : refused;
    } catch (error) {
      return { data: undefined, errors: wireErrors(error) }; // the user pool was not reached
    }
  };
  const ask: Ask = async (document, variables) => {
    const { data, errors } = await send(document, variables);
    if (errors[0] !== undefined) throw errors[0];
    return data;
  };
  return { send, ask };
};

const dataOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, 'data') : undefined;
