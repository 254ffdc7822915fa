import type { GraphQLError } from 'graphql';

/** An error of a GraphQL answer in AppSync's shape. Those of resolvers carry the three members in the middle. */
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
  /** Always null: AppSync's spelling. */
  readonly sourceName: null;
}

/** Where in the query an error belongs. */
export const locationsOf = ({ locations }: Pick<GraphQLError, 'locations'>): readonly WireLocation[] =>
  (locations ?? []).map(({ line, column }) => ({ line, column, sourceName: null }));
