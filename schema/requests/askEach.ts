import type { Api, Document } from './api';
import { AnswerLost, isRefusal } from './errors';
import { repeatField } from './repeatField';

/** How many fields one request asks for at the most. */
export const mostAtOnce = 10;

/**
 * Asks the same of up to ten things in one request. Each has its own outcome; where the API refused one with a
 * non-null type, GraphQL drops the answers of the others: theirs is AnswerLost, whether or not they were carried out.
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
    // This one alone: what the request did for the others must not be done twice.
    return Object.values(await ask(document, one))[0];
  });
  return Promise.allSettled(outcomes);
};
