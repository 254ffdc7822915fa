import { isObjectType, type GraphQLSchema } from 'graphql';
import type { ApiParts } from '../options';

/** The mismatches between schema, routes, sources and code, one line each, in the manifest's terms. */
export const wiringProblems = (schema: GraphQLSchema, parts: ApiParts): readonly string[] => [
  ...unroutedFields(schema, parts),
  ...Object.keys(parts.routes).flatMap((coordinate) => problemsOfRoute(coordinate, schema, parts)),
];

const unroutedFields = (schema: GraphQLSchema, { routes }: ApiParts): readonly string[] =>
  [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {})
      .map((field) => `${type?.name}.${field}`)
      .filter((coordinate) => !Object.hasOwn(routes, coordinate))
      .map((coordinate) => `${coordinate}: the field has no route.`),
  );

const problemsOfRoute = (coordinate: string, schema: GraphQLSchema, parts: ApiParts): readonly string[] => {
  const route = parts.routes[coordinate];
  const steps = route && 'steps' in route ? route.steps : [];
  const sources = route && 'source' in route ? [route.source] : steps.map(([, source]) => source);
  return [
    ...(isField(coordinate, schema) ? [] : [`${coordinate}: the schema has no such field.`]),
    ...(Object.hasOwn(parts.code.resolvers, coordinate) ? [] : [`${coordinate}: there is no code for the resolver.`]),
    ...steps
      .filter(([step]) => !Object.hasOwn(parts.code.steps, step))
      .map(([step]) => `${coordinate}: there is no code for the step ${step}.`),
    ...sources
      .filter((source) => !Object.hasOwn(parts.sources, source))
      .map((source) => `${coordinate}: there is no source ${source}.`),
    // https://docs.aws.amazon.com/general/latest/gr/appsync.html
    ...(steps.length > 10 ? [`${coordinate}: AppSync runs at most 10 steps.`] : []),
  ];
};

const isField = (coordinate: string, schema: GraphQLSchema): boolean => {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  return isObjectType(type) && Object.hasOwn(type.getFields(), fieldName);
};
