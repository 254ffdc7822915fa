import type {
  FieldNode,
  GraphQLError,
  GraphQLField,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Fragments } from '../../documents/fragmentsOf';

/** A field of the response, planned once for all objects that have it. */
export interface PlannedField {
  /** Its name in the response. */
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly complete: Complete;
  /** The selection on its value, if that is of this type. */
  readonly selectionOf: (type: GraphQLObjectType) => Selection;
  /** Used in place of the definition's resolver. */
  readonly reader: Reader | undefined;
  /** For a leaf that has a reader: its completed value, or `unread` if it must take the slow path. */
  readonly readLeaf: ((source: unknown, context: unknown) => unknown) | undefined;
}

/** The fields selected on one object. */
export interface Selection {
  readonly fields: readonly PlannedField[];
  /** The response object before it has any values: filling a copy is faster than growing an object. */
  readonly blank: Readonly<Record<string, unknown>>;
}

/** Reads a field from its parent's value, without the arguments and `info` that resolvers get. */
export interface Reader {
  read(source: unknown, context: unknown, path: Path): unknown;
  /** The same without the path; `unread` if the path matters. */
  readAnywhere?(source: unknown, context: unknown): unknown;
}

/** Marks a value that was not read and needs the slow path. */
export const unread = Symbol('unread');

/** Turns a resolver's value into the response's value, or a promise of it; throws if the field fails. */
export type Complete = (value: unknown, place: Place) => unknown;

/** The place of a value in the response: its path, with the run and the planned field. */
export interface Place extends Path {
  readonly run: Run;
  readonly field: PlannedField;
}

export type Path = GraphQLResolveInfo['path'];

/** One run of an operation. */
export interface Run {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly rootValue: unknown;
  readonly context: unknown;
  /** Coerced. */
  readonly variables: { readonly [name: string]: unknown };
  /** The errors so far that made a nullable field or item null. */
  readonly errors: GraphQLError[];
}
