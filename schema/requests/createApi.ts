import { generateClient } from 'aws-amplify/api';
import { fetchAuthSession } from 'aws-amplify/auth';
import type { Api, Ask, PlacedError, Send } from './api';
import { unauthorized, wireErrors, type WireError } from './wireErrors';

/**
 * The API by way of Amplify, as the person who is signed in. `describe` says what an error is to this client. When the
 * token is refused, it is renewed and the request sent again: nothing was done for it.
 */
export const createApi = (describe: (error: WireError) => Error): Api => {
  const client = generateClient();
  const place = (error: WireError): PlacedError => Object.assign(describe(error), { path: error.path ?? undefined });
  const sendOnce = async (query: string, variables: Record<string, unknown>) => {
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
    const { data, errors } = isRefused && (await renewTokens()) ? await sendOnce(query, variables) : first;
    return { data, errors: errors.map(place) };
  };
  const ask: Ask = async (document, variables) => {
    const { data, errors } = await send(document, variables);
    if (errors[0] !== undefined) throw errors[0];
    return data;
  };
  return { send, ask };
};

/** Whether there are new tokens. Where there can be none, Amplify drops the old ones, and its sign-in comes up. */
const renewTokens = (): Promise<boolean> =>
  fetchAuthSession({ forceRefresh: true }).then(
    ({ tokens }) => tokens !== undefined,
    () => false,
  );

const dataOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, 'data') : undefined;
