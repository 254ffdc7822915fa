import { getDirectiveValues, getNullableType, type GraphQLField, type GraphQLSchema } from 'graphql';

/** By mutation field: the subscription fields that it feeds. */
export type SubscriptionLinks = ReadonlyMap<string, readonly string[]>;

/**
 * Reads `@aws_subscribe(mutations: […])` and reports its problems: a mutation that does not exist, or that returns
 * another type than the subscription.
 * https://docs.aws.amazon.com/appsync/latest/devguide/aws-appsync-real-time-data.html
 */
export const readSubscriptionLinks = (schema: GraphQLSchema) => {
  const links = new Map<string, readonly string[]>();
  const problems: string[] = [];
  const mutations = schema.getMutationType()?.getFields() ?? {};
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    for (const name of mutationsOf(field, schema)) {
      const mutation = Object.hasOwn(mutations, name) ? mutations[name] : undefined;
      const problem = problemBetween(field, name, mutation);
      if (problem !== undefined) problems.push(problem);
      links.set(name, [...(links.get(name) ?? []), field.name]);
    }
  }
  return { links, problems };
};

type Field = GraphQLField<unknown, unknown>;

const mutationsOf = ({ astNode }: Field, schema: GraphQLSchema): readonly string[] => {
  const directive = schema.getDirective('aws_subscribe');
  const names: unknown = directive && astNode ? getDirectiveValues(directive, astNode)?.mutations : undefined;
  return Array.isArray(names) ? [...new Set(names.filter((name) => typeof name === 'string'))] : [];
};

const problemBetween = (field: Field, name: string, mutation: Field | undefined): string | undefined => {
  const place = `Subscription.${field.name}`;
  if (!mutation) return `${place}: there is no mutation ${name}.`;
  const [own, other] = [getNullableType(field.type), getNullableType(mutation.type)].map(String);
  return own === other ? undefined : `${place}: it gives ${own}, but the mutation ${name} gives ${other}.`;
};
