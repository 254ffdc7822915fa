import { parse, print, visit } from 'graphql';

/**
 * The contract in the form that AppSync accepts: without descriptions, on which its parser fails ("Failed to parse
 * schema document"), and without comments, which it takes for descriptions and so rejects before enum values
 * (aws-appsync-community#38, #410). Hence AppSync's introspection has no descriptions.
 */
export const schemaText = (contract: string): string =>
  print(visit(parse(contract), { StringValue: (_, key) => (key === 'description' ? null : undefined) }));
