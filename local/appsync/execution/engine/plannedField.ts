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
  readonly fieldsOf: (type: GraphQLObjectType) => readonly PlannedField[];
}

/** Makes of what a resolver gave what the answer holds, or a promise of it; throws what makes the field fail. */
export type Complete = (value: unknown, place: Place) => unknown;

/** Where in an answer a value belongs. */
export interface Place {
  readonly run: Run;
  readonly field: PlannedField;
  readonly path: Path;
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
