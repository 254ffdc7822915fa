import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  getDirectiveValues,
  isAbstractType,
  typeFromAST,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from '../../documents/fragmentsOf';
import { completing } from './completing';
import { leafReading } from './leafReading';
import type { PlannedField, Reader, Selection } from './plannedField';

/** What an operation is planned from. */
export interface PlanParts {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** Coerced; they decide `@skip` and `@include`. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly readers: Readers;
}

/** The readers of the fields that are read and not resolved, by field definition. */
export type Readers = ReadonlyMap<GraphQLField<unknown, unknown>, Reader>;

/** Plans the fields that an operation selects on its root type, each with the selections on its value. */
export const planOperation = (parts: PlanParts): Selection => {
  const { schema, operation } = parts;
  const root = schema.getRootType(operation.operation);
  return root ? planSelection(parts, root, [operation.selectionSet]) : { fields: [], blank: {} };
};

/** https://spec.graphql.org/October2021/#CollectFields() */
const planSelection = (parts: PlanParts, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selection => {
  const nodesByKey = new Map<string, PlannedField['nodes'][number][]>();
  const spread = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection, parts)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const nodes = nodesByKey.get(key);
        if (nodes) nodes.push(selection);
        else nodesByKey.set(key, [selection]);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : parts.fragments[selection.name.value];
      if (fragment && appliesTo(fragment, type, parts.schema)) collect(fragment.selectionSet);
    }
  };
  for (const set of sets) collect(set);
  const fields = [...nodesByKey].flatMap(([key, nodes]) => planField(parts, type, key, nodes) ?? []);
  return { fields, blank: Object.fromEntries(fields.map(({ key }) => [key, undefined])) };
};

const planField = (
  parts: PlanParts,
  parentType: GraphQLObjectType,
  key: string,
  nodes: PlannedField['nodes'],
): PlannedField | undefined => {
  const name = nodes[0]?.name.value ?? '';
  const definition = fieldOf(parts.schema, parentType, name);
  if (!definition) return undefined;
  const reader = parts.readers.get(definition);
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const planned = new Map<GraphQLObjectType, Selection>();
  return {
    key,
    nodes,
    parentType,
    definition,
    complete: completing(definition.type),
    selectionOf: (type) => {
      const selection = planned.get(type) ?? planSelection(parts, type, sets);
      planned.set(type, selection);
      return selection;
    },
    reader,
    readLeaf: reader && leafReading(definition.type, reader),
  };
};

/** A field by name, including the introspection fields. */
const fieldOf = (
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined => {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
};

const isIncluded = (node: SelectionSetNode['selections'][number], { variables }: PlanParts): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;

type Conditional = Extract<SelectionSetNode['selections'][number], { kind: Kind.INLINE_FRAGMENT }>;

const appliesTo = (
  { typeCondition }: Pick<Conditional, 'typeCondition'>,
  type: GraphQLObjectType,
  schema: GraphQLSchema,
): boolean => {
  if (!typeCondition) return true;
  const condition = typeFromAST(schema, typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
};
