import {
  buildASTSchema,
  GraphQLError,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';
import { ApiRefused } from '../errors';
import { adaptStandardScalars } from './scalars/adaptStandardScalars';
import { awsScalars } from './scalars/awsScalars';
import { trimIntrospection } from './trimIntrospection';

/** Builds the executable schema of an SDL, with AppSync's scalars and introspection; throws ApiRefused if invalid. */
export const buildApiSchema = (sdl: string): GraphQLSchema => {
  const schema = build(sdl);
  const scalars = Object.values(schema.getTypeMap()).filter((type) => isScalarType(type));
  const unknown = scalars.filter((type) => !isSpecifiedScalarType(type) && !awsScalars.has(type.name));
  if (unknown.length > 0) {
    throw new ApiRefused(unknown.map(({ name }) => `scalar ${name}: AppSync has no custom scalars.`));
  }
  for (const type of scalars) equip(type);
  adaptStandardScalars();
  trimIntrospection();
  return schema;
};

const build = (sdl: string): GraphQLSchema => {
  try {
    return buildASTSchema(withoutDefaults(parse(sdl)));
  } catch (error) {
    throw new ApiRefused(problemsOf(error));
  }
};

/** Only a syntax error says where; the others, joined by graphql, name what is wrong, each once for every use. */
const problemsOf = (error: unknown): readonly string[] => {
  const [place] = error instanceof GraphQLError ? (error.locations ?? []) : [];
  const where = place === undefined ? 'schema' : `schema:${place.line}:${place.column}`;
  const messages = error instanceof Error ? error.message.split('\n\n') : [String(error)];
  return [...new Set(messages)].map((message) => `${where}: ${message}`);
};

/**
 * AppSync drops the default values of arguments and input fields: neither a resolver nor introspection sees them.
 * https://github.com/aws/aws-appsync-community/issues/59 and https://github.com/aws/aws-cdk/issues/21550
 */
const withoutDefaults = (document: DocumentNode): DocumentNode =>
  visit(document, { InputValueDefinition: ({ defaultValue: _dropped, ...kept }) => kept });

const equip = (type: GraphQLScalarType): void => {
  const scalar = awsScalars.get(type.name);
  if (!scalar) return;
  type.parseValue = scalar.parse;
  type.parseLiteral = (node, variables) => scalar.parse(valueFromASTUntyped(node, variables));
  type.serialize = scalar.serialize;
};
