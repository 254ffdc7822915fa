import { inject } from 'vitest';

/** All that the contract tests know of what they test: a URL, and the tokens of some people. */
export interface Target {
  readonly graphql: string;
  readonly owner: Actor;
  readonly stranger: Actor;
  /** Someone who fills their quota: nobody else's tests may depend on it. */
  readonly hoarder: Actor;
}

/** Someone who calls the API. */
export interface Actor {
  /** What goes into the authorization header; absent for a guest. */
  readonly token?: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    target: Target;
  }
}

export const { graphql, owner, stranger, hoarder } = inject('target');

export const guest: Actor = {};
