import {
  Kind,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type ObjectValueNode,
  type ValueNode,
} from 'graphql';
import { firstFault } from './firstFault';

/** Why a literal does not fit its type. */
export interface LiteralFault {
  /** Where in the literal: `.tags[0]`; empty if the literal itself is wrong. */
  readonly path: string;
  /** The wrong leaf or null; undefined if an object is wrong, which AppSync shows as a part of the whole literal. */
  readonly value: ValueNode | undefined;
  /** `is not a valid 'Int'` */
  readonly complaint: string;
}

/**
 * The first fault of a literal, in the order and the words of graphql-java 9, whose messages AppSync was seen to send:
 * https://github.com/graphql-java/graphql-java/blob/v9.6/src/main/java/graphql/validation/ValidationUtil.java
 */
export const literalFault = (value: ValueNode, type: GraphQLInputType): LiteralFault | undefined => {
  if (value.kind === Kind.NULL)
    return isNonNullType(type) ? { path: '', value, complaint: 'must not be null' } : undefined;
  if (value.kind === Kind.VARIABLE) return undefined;
  if (isNonNullType(type)) return literalFault(value, type.ofType);
  if (isListType(type)) {
    if (value.kind !== Kind.LIST) return literalFault(value, type.ofType);
    return firstFault(value.values, (item, at) => within(`[${at}]`, literalFault(item, type.ofType)));
  }
  if (isInputObjectType(type))
    return value.kind === Kind.OBJECT ? objectFault(value, type) : wrong('must be an object type');
  return isValid(value, type) ? undefined : { path: '', value, complaint: `is not a valid '${type.name}'` };
};

const objectFault = ({ fields }: ObjectValueNode, type: GraphQLInputObjectType): LiteralFault | undefined => {
  const given = new Set(fields.map(({ name }) => name.value));
  const known = new Map(Object.entries(type.getFields()));
  const missing = [...known.values()].filter((field) => isNonNullType(field.type) && !given.has(field.name));
  if (missing.length > 0) return wrong(`is missing required fields '[${missing.map(({ name }) => name).join(', ')}]'`);
  return firstFault(fields, ({ name: { value: name }, value }) => {
    const field = known.get(name);
    if (!field) return wrong(`contains a field not in '${type.name}': '${name}'`);
    return within(`.${name}`, literalFault(value, field.type));
  });
};

const wrong = (complaint: string): LiteralFault => ({ path: '', value: undefined, complaint });

const within = (step: string, fault: LiteralFault | undefined): LiteralFault | undefined =>
  fault && { ...fault, path: step + fault.path };

/**
 * A number that is too large for a Float is refused too; graphql-js reads it as Infinity, which JSON cannot hold. Null is
 * a value: that of the text "null" for AWSJSON, which takes "any valid JSON construct".
 * https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html
 */
const isValid = (value: ValueNode, type: GraphQLLeafType): boolean => {
  try {
    const parsed: unknown = type.parseLiteral(value, undefined);
    return parsed !== undefined && Number.isFinite(typeof parsed === 'number' ? parsed : 0);
  } catch {
    return false;
  }
};
