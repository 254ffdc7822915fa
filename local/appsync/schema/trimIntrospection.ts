import { __Directive, __EnumValue, __Field, __InputValue, __Schema, __Type, type GraphQLObjectType } from 'graphql';

/**
 * Leaves of introspection what AppSync knows, GraphQL as of June 2018: a tool that asks for more fails there, and one
 * that first asks what it may ask for does with less. graphql-js has one set of these types, so this holds for every
 * schema of the process.
 * https://github.com/aws-amplify/amplify-js/issues/11277 shows the whole introspection of an API in 2023,
 * https://github.com/JetBrains/js-graphql-intellij-plugin/issues/358 of one in 2020;
 * https://spec.graphql.org/June2018/#sec-Schema-Introspection
 */
export const trimIntrospection = (): void => {
  for (const [type, known] of knownFields) {
    for (const field of Object.values(type.getFields())) {
      if (!known.includes(field.name)) Reflect.deleteProperty(type.getFields(), field.name);
      if (!fieldsWithArguments.includes(field.name)) field.args = [];
    }
  }
};

/** AppSync also has `onOperation`, `onFragment` and `onField` of `__Directive`, deprecated in 2016. */
const knownFields = new Map<GraphQLObjectType, readonly string[]>([
  [__Schema, ['types', 'queryType', 'mutationType', 'subscriptionType', 'directives']],
  [
    __Type,
    ['kind', 'name', 'description', 'fields', 'interfaces', 'possibleTypes', 'enumValues', 'inputFields', 'ofType'],
  ],
  [__Field, ['name', 'description', 'args', 'type', 'isDeprecated', 'deprecationReason']],
  [__InputValue, ['name', 'description', 'type', 'defaultValue']],
  [__EnumValue, ['name', 'description', 'isDeprecated', 'deprecationReason']],
  [__Directive, ['name', 'description', 'locations', 'args']],
]);

/** The fields with an argument, `includeDeprecated`. */
const fieldsWithArguments: readonly string[] = ['fields', 'enumValues'];
