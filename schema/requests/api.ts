import type { GeneratedMutation, GeneratedQuery } from '../generated/amplify';

/** How a client sends requests; what it does about the network is its own affair. */
export interface Api {
  readonly send: Send;
  readonly ask: Ask;
}

/** Sends any document once: the data, and one error for each that the API names. */
export type Send = (query: string, variables: Record<string, unknown>) => Promise<Answer>;

/** Sends one of the contract's documents; rejects with the error that the API names. */
export type Ask = <Variables, Result>(
  document: Document<Variables, Result>,
  variables: Variables & Record<string, unknown>,
) => Promise<Result>;

export type Document<Variables, Result> = GeneratedQuery<Variables, Result> | GeneratedMutation<Variables, Result>;

export interface Answer {
  // What a document asks for is known to its caller.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors: readonly PlacedError[];
}

/** An error, and the field that it is about. */
export type PlacedError = Error & { readonly path?: readonly (string | number)[] };
