import type { GraphQLError } from 'graphql';

/** An error in AppSync's shape. Those of resolvers have `data`, `errorType` and `errorInfo`. */
export interface WireError {
  readonly path: readonly (string | number)[] | null;
  readonly data?: unknown;
  readonly errorType?: string | null;
  readonly errorInfo?: unknown;
  readonly locations: readonly WireLocation[] | null;
  readonly message: string;
}

export interface WireLocation {
  readonly line: number;
  readonly column: number;
  /** Always null, as in AppSync. */
  readonly sourceName: null;
}

/** The places in the query that an error belongs to. */
export const locationsOf = ({ locations }: Pick<GraphQLError, 'locations'>): readonly WireLocation[] =>
  (locations ?? []).map(({ line, column }) => ({ line, column, sourceName: null }));
