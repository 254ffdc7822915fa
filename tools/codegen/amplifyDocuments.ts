import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import {
  Kind,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';

const brands = { query: 'GeneratedQuery', mutation: 'GeneratedMutation', subscription: 'GeneratedSubscription' };

/**
 * A codegen plugin that emits every operation as a string, branded with the types from which aws-amplify v6's
 * `generateClient().graphql()` infers variables and result. Amplify does not export these brands, so they are declared.
 */
export const plugin: PluginFunction = (_schema, documents) => {
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? []);
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const types = operations.flatMap((operation) => [resultType(operation), variablesType(operation)]);
  return {
    prepend: [`import type {\n${types.map((type) => `  ${type},\n`).join('')}} from './documents';`],
    content: [brandDeclarations(operations), ...operations.map((node) => declaration(node, fragments))].join('\n\n'),
  };
};

const brandDeclarations = (operations: readonly OperationDefinitionNode[]): string =>
  Object.entries(brands)
    .filter(([operation]) => operations.some((node) => node.operation === operation))
    .map(
      ([operation, brand]) =>
        `export type ${brand}<Variables, Result> = string & {\n` +
        `  __generated${capitalise(operation)}Input: Variables;\n` +
        `  __generated${capitalise(operation)}Output: Result;\n};`,
    )
    .join('\n\n');

const declaration = (operation: OperationDefinitionNode, fragments: readonly FragmentDefinitionNode[]): string => {
  const text = print({ kind: Kind.DOCUMENT, definitions: [operation, ...spread(operation, fragments)] });
  const brand = `${brands[operation.operation]}<${variablesType(operation)}, ${resultType(operation)}>`;
  return `export const ${operation.name?.value ?? ''} = /* GraphQL */ \`\n${text}\n\` as ${brand};`;
};

/** The fragments that an operation spreads, directly or indirectly, each once. */
const spread = (
  start: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): FragmentDefinitionNode[] => {
  const found = new Set<FragmentDefinitionNode>();
  const walk = (node: DocumentNode | OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.find((candidate) => candidate.name.value === name.value);
        if (!fragment || found.has(fragment)) return;
        found.add(fragment);
        walk(fragment);
      },
    });
  };
  walk(start);
  return [...found];
};

const resultType = ({ name, operation }: OperationDefinitionNode): string =>
  `${name?.value ?? ''}${capitalise(operation)}`;

const variablesType = (operation: OperationDefinitionNode): string => `${resultType(operation)}Variables`;

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
