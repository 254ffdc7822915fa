import {
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { isJsonObject } from '../../../json';
import { UnresolvedType } from '../../errors';
import { executeFields, fail } from './executeFields';
import type { Complete, Place } from './plannedField';
import { isPromise, settleAll } from './promises';

/** Completes a resolver's value of a type for the response. https://spec.graphql.org/October2021/#CompleteValue() */
export const completing = (type: GraphQLOutputType): Complete => {
  if (isNonNullType(type)) return nonNull(completing(type.ofType));
  const complete = given(type);
  return (value, place) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(value, place);
  };
};

const nonNull =
  (complete: Complete): Complete =>
  (value, place) => {
    const completed = complete(value, place);
    if (isPromise(completed)) return completed.then((later) => demand(later, place));
    return demand(completed, place);
  };

const demand = (value: unknown, { field: { parentType, definition } }: Place): unknown => {
  if (value !== null) return value;
  throw new TypeError(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
};

/** Completes a value that is not null. */
const given = (type: GraphQLOutputType): Complete => {
  if (isLeafType(type)) return leaf(type);
  if (isListType(type)) return list(type.ofType);
  if (isObjectType(type))
    return (value, place) => executeFields(place.run, place.field.selectionOf(type), value, place);
  if (isAbstractType(type)) return abstract(type);
  throw new TypeError(`${String(type)} is no type of a field.`);
};

const leaf =
  (type: GraphQLLeafType): Complete =>
  (value) => {
    const serialized = type.serialize(value);
    if (serialized !== undefined && serialized !== null) return serialized;
    throw new TypeError(`Expected ${type.name} to be written as a value, but got ${String(serialized)}.`);
  };

const list = (itemType: GraphQLOutputType): Complete => {
  const complete = completing(itemType);
  return (values, place) => {
    const { run, field } = place;
    if (!Array.isArray(values)) {
      throw new TypeError(
        `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.definition.name}".`,
      );
    }
    const items: unknown[] = [];
    const waiting: Promise<unknown>[] = [];
    try {
      for (const [at, value] of values.entries()) {
        const item = completeItem(complete, value, itemType, { run, field, prev: place, key: at, typename: undefined });
        items.push(item);
        if (isPromise(item)) waiting.push(item.then((later) => void (items[at] = later)));
      }
    } catch (error) {
      if (waiting.length === 0) throw error;
      return settleAll([Promise.reject(error), ...waiting]);
    }
    return waiting.length === 0 ? items : settleAll(waiting).then(() => items);
  };
};

const completeItem = (complete: Complete, value: unknown, type: GraphQLOutputType, place: Place): unknown => {
  try {
    const completed = complete(value, place);
    return isPromise(completed) ? completed.then(undefined, (error) => fail(error, type, place)) : completed;
  } catch (error) {
    return fail(error, type, place);
  }
};

/** The value names its concrete type in `__typename`. */
const abstract =
  (type: GraphQLAbstractType): Complete =>
  (value, place) =>
    executeFields(place.run, place.field.selectionOf(runtimeType(type, value, place)), value, place);

/** The reasons are AppSync's if there is no name, and otherwise those of its engine, graphql-java. */
const runtimeType = (type: GraphQLAbstractType, value: unknown, { run, field }: Place): GraphQLObjectType => {
  const place = `${field.parentType.name}.${field.definition.name}`;
  const name = isJsonObject(value) ? value['__typename'] : undefined;
  if (typeof name !== 'string') {
    // https://github.com/sid88in/serverless-appsync-plugin/issues/603 has the lone quotation mark.
    const why = `Could not determine the exact type of ${type.name}. Missing __typename key on value.'`;
    throw new UnresolvedType(type.name, place, why);
  }
  const found = run.schema.getType(name);
  if (!isObjectType(found))
    throw new UnresolvedType(type.name, place, `Could not determine the exact type of '${type.name}'`);
  if (!run.schema.isSubType(type, found)) {
    const why = `Runtime Object type '${name}' is not a possible type for '${type.name}'.`;
    throw new UnresolvedType(type.name, place, why);
  }
  return found;
};
