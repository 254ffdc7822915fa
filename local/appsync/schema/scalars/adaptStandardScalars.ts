import { GraphQLBoolean, GraphQLFloat, GraphQLInt, GraphQLString } from 'graphql';
import { javaTextOf } from '../../javaWords';

const { serialize: serializeString } = GraphQLString;
const { serialize: serializeBoolean, parseValue: parseBoolean } = GraphQLBoolean;
const { parseValue: parseInteger } = GraphQLInt;
const { parseValue: parseFloating } = GraphQLFloat;

/**
 * Makes the standard types take and give what AppSync takes and gives and graphql-js refuses. For a String, an object or
 * a list becomes Java's text, `{a=1}`: https://github.com/apollographql/react-apollo/issues/1930. For a Boolean, the text
 * of one becomes one: https://github.com/localstack/localstack/issues/10257. That was seen of what resolvers return;
 * AppSync's engine reads variables, but not literals, by the same functions, and numbers from their text:
 * https://github.com/graphql-java/graphql-java/blob/v9.6/src/main/java/graphql/Scalars.java
 * graphql-js has one set of these types, so this holds for every schema of the process.
 */
export const adaptStandardScalars = (): void => {
  GraphQLString.serialize = (value) => serializeString(typeof value === 'object' ? javaTextOf(value) : value);
  GraphQLString.parseValue = javaTextOf;
  GraphQLBoolean.serialize = (value) =>
    serializeBoolean(typeof value === 'string' ? (truths.get(value.toLowerCase()) ?? value) : value);
  GraphQLBoolean.parseValue = (value) => {
    if (typeof value === 'string') return value.toLowerCase() === 'true';
    return typeof value === 'number' ? value !== 0 : parseBoolean(value);
  };
  GraphQLInt.parseValue = (value) => parseInteger(numberOf(value));
  GraphQLFloat.parseValue = (value) => parseFloating(numberOf(value));
};

const truths = new Map([
  ['true', true],
  ['false', false],
]);

/** The number that a text denotes in Java's notation; any other value as it is. */
const numberOf = (value: unknown): unknown =>
  typeof value === 'string' && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value) ? Number(value) : value;
