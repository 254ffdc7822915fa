import { GraphQLBoolean, GraphQLFloat, GraphQLInt, GraphQLString } from 'graphql';
import { javaTextOf } from '../../javaWords';

const { serialize: serializeString } = GraphQLString;
const { parseValue: parseBoolean } = GraphQLBoolean;
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
  GraphQLBoolean.serialize = GraphQLBoolean.parseValue = (value) => parseBoolean(truthOf(value));
  GraphQLInt.serialize = GraphQLInt.parseValue = fromText(parseInteger);
  GraphQLFloat.serialize = GraphQLFloat.parseValue = fromText(parseFloating);
};

/** As in Java, every text but `true`, in any case, is false. */
const truthOf = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toLowerCase() === 'true';
  return typeof value === 'number' ? value !== 0 : value;
};

/** Parses numbers, and texts of numbers in Java's notation; the error of another text shows the text. */
const fromText =
  (parse: (value: unknown) => number) =>
  (value: unknown): number => {
    if (typeof value !== 'string' || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value)) return parse(value);
    try {
      return parse(Number(value));
    } catch {
      return parse(value);
    }
  };
