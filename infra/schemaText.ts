import { parse, print, visit } from 'graphql';

/**
 * The contract as AppSync takes it: without descriptions, which end its parser ("Failed to parse schema document"), and
 * without comments, which it takes for descriptions and so stumbles over before the values of an enum
 * (aws-appsync-community#38, #410). What AppSync answers to introspection describes nothing, therefore.
 */
export const schemaText = (contract: string): string =>
  print(visit(parse(contract), { StringValue: (_, key) => (key === 'description' ? null : undefined) }));
