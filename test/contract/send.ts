import type { GeneratedMutation, GeneratedQuery } from '../../schema/generated/amplify';
import { graphql, type Actor } from './target';

/** An error in AppSync's response. */
export interface ApiError {
  readonly message: string;
  readonly errorType: string | null;
  readonly path: readonly (string | number)[] | null;
}

export interface Answer<Result> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Result | null;
  readonly errors: readonly ApiError[];
}

type Document<Variables, Result> = GeneratedQuery<Variables, Result> | GeneratedMutation<Variables, Result>;

/** Sends one of the contract's documents as a client would. */
export const send = async <Variables, Result>(
  actor: Actor,
  query: Document<Variables, Result>,
  variables?: Variables,
): Promise<Answer<Result>> => answerOf(await post(actor, { query, variables }));

/** Sends any text as the query. */
export const sendText = async <Result = unknown>(
  actor: Actor,
  request: { readonly query: string; readonly variables?: object },
): Promise<Answer<Result>> => answerOf(await post(actor, request));

const post = ({ token }: Actor, request: object): Promise<Response> =>
  fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: token }) },
    body: JSON.stringify(request),
  });

const answerOf = async <Result>(response: Response): Promise<Answer<Result>> => {
  const { data = null, errors = [] } = JSON.parse(await response.text());
  return { status: response.status, headers: response.headers, data, errors };
};

/** The errorType of the only error. */
export const errorTypeOf = ({ errors }: Answer<unknown>): string | null | undefined =>
  errors.length === 1 ? errors[0]?.errorType : `${errors.length} errors`;

/** The result; with errors, the test fails and shows them. */
export const expectData = async <Result>(answer: Promise<Answer<Result>>): Promise<Result> => {
  const { data, errors } = await answer;
  if (data === null || errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
};
