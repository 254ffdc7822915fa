import { GraphQLBoolean, GraphQLString } from 'graphql';
import { javaTextOf } from '../../javaWords';

const { serialize: serializeString } = GraphQLString;
const { serialize: serializeBoolean } = GraphQLBoolean;

/**
 * Makes the standard types serialize what AppSync was seen to serialize and graphql-js refuses. For a String, an object
 * or a list becomes Java's text, `{a=1}`: https://github.com/apollographql/react-apollo/issues/1930. For a Boolean, the
 * text of one becomes one: https://github.com/localstack/localstack/issues/10257. graphql-js has one set of these types,
 * so this holds for every schema of the process.
 */
export const adaptStandardScalars = (): void => {
  GraphQLString.serialize = (value) => serializeString(typeof value === 'object' ? javaTextOf(value) : value);
  GraphQLBoolean.serialize = (value) =>
    serializeBoolean(typeof value === 'string' ? (truths.get(value.toLowerCase()) ?? value) : value);
};

const truths = new Map([
  ['true', true],
  ['false', false],
]);
