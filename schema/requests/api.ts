import type { GeneratedMutation, GeneratedQuery } from '../generated/amplify';

/** How a client sends requests; retries are up to each client. */
export interface Api {
  readonly send: Send;
  readonly ask: Ask;
}

/** Sends any document once; resolves with the data and all errors of the response. */
export type Send = (query: string, variables: Record<string, unknown>) => Promise<Answer>;

/** Sends one of the contract's documents; rejects with the first error of the response. */
export type Ask = <Variables, Result>(
  document: Document<Variables, Result>,
  variables: Variables & Record<string, unknown>,
) => Promise<Result>;

export type Document<Variables, Result> = GeneratedQuery<Variables, Result> | GeneratedMutation<Variables, Result>;

export interface Answer {
  // The caller knows what its document selects.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors: readonly PlacedError[];
}

/** An error with the path of its field. */
export type PlacedError = Error & { readonly path?: readonly (string | number)[] };
