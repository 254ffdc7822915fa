import { inject } from 'vitest';

/** All that the contract tests know about their target: a URL, and some people's tokens. */
export interface Target {
  readonly graphql: string;
  readonly owner: Actor;
  readonly stranger: Actor;
  /** An actor who fills their quota, so no other tests may use them. */
  readonly hoarder: Actor;
}

/** A caller of the API. */
export interface Actor {
  /** The value of the authorization header; absent for a guest. */
  readonly token?: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    target: Target;
  }
}

export const { graphql, owner, stranger, hoarder } = inject('target');

export const guest: Actor = {};
