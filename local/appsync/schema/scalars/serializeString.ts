import { GraphQLString } from 'graphql';
import { javaTextOf } from '../../javaWords';

const { serialize } = GraphQLString;

/**
 * Serializes a value of the type String. For an object or a list, users see Java's text, `{a=1}`, where graphql-js
 * fails the field: https://github.com/apollographql/react-apollo/issues/1930
 */
export const serializeString = (value: unknown): string =>
  serialize(typeof value === 'object' ? javaTextOf(value) : value);
