import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLField,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';

/** A field of an answer, found out once for all objects that have it. */
export interface PlannedField {
  /** Its name in the answer. */
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly complete: Complete;
  /** What is asked of its value when that is of this type. */
  readonly selectionOf: (type: GraphQLObjectType) => Selection;
  /** Takes the place of the definition's resolver. */
  readonly reader: Reader | undefined;
  /** Of a leaf that has a reader: what the answer holds for it, or `unread` where it takes the long way. */
  readonly readLeaf: ((source: unknown, context: unknown) => unknown) | undefined;
}

/** The fields that are asked of one object. */
export interface Selection {
  readonly fields: readonly PlannedField[];
  /** The object of an answer before any of its values is there: a copy is filled sooner than one that grows. */
  readonly blank: Readonly<Record<string, unknown>>;
}

/** Reads a field off its parent's value, without arguments or anything that resolvers are told. */
export interface Reader {
  read(source: unknown, context: unknown, path: Path): unknown;
  /** The same where it does not matter where the field is; `unread` where it does. */
  readAnywhere?(source: unknown, context: unknown): unknown;
}

/** Stands for a value that is not at hand. */
export const unread = Symbol('unread');

/** Makes of what a resolver gave what the answer holds, or a promise of it; throws what makes the field fail. */
export type Complete = (value: unknown, place: Place) => unknown;

/** Where in an answer a value belongs; a path with all that is known of its end. */
export interface Place extends Path {
  readonly run: Run;
  readonly field: PlannedField;
}

export type Path = GraphQLResolveInfo['path'];

/** One run of an operation. */
export interface Run {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly rootValue: unknown;
  readonly context: unknown;
  /** Coerced. */
  readonly variables: { readonly [name: string]: unknown };
  /** The fields that failed so far, where null could stand for them. */
  readonly errors: GraphQLError[];
}
