import type { Api, Document } from './api';
import { AnswerLost, isRefusal } from './errors';
import { repeatField } from './repeatField';

/** The most fields in one request. */
export const maxAtOnce = 10;

/**
 * Sends one document for up to ten items in one request, each with an outcome of its own. When the API refuses one
 * whose field is non-null, GraphQL drops the answers of the others: they reject with AnswerLost, whether or not they
 * were carried out.
 * https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
 */
export const askEach = async <Variables extends Record<string, unknown>, Result extends Record<string, unknown>>(
  { send, ask }: Api,
  document: Document<Variables, Result>,
  list: readonly Variables[],
): Promise<PromiseSettledResult<Result[keyof Result]>[]> => {
  const { query, variables } = repeatField(document, list);
  const { data, errors } = await send(query, variables);
  const general = errors.find(({ path }) => path === undefined);
  const outcomes = list.map(async (one, index) => {
    const alias = `item${index}`;
    const value = data?.[alias];
    if (value !== undefined && value !== null) return value;
    const reason = errors.find(({ path }) => path?.[0] === alias) ?? general ?? new AnswerLost();
    if (!isRefusal(reason, 'BUSY')) throw reason;
    // Retries this item alone: what the request did for the others must not be done twice.
    return Object.values(await ask(document, one))[0];
  });
  return Promise.allSettled(outcomes);
};
