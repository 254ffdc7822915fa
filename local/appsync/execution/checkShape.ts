import { getNullableType, isCompositeType, isListType, type GraphQLOutputType } from 'graphql';
import { ValueMismatch } from '../errors';

/** Returns a check that a list field has a list and an object field an object; it throws ValueMismatch. */
export const checkShape = (type: GraphQLOutputType): ((value: unknown) => unknown) => {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const checkItem = checkShape(inner.ofType);
    return checkItem === unchanged ? checkList : (value) => eachChecked(checkList(value), checkItem);
  }
  return isCompositeType(inner) ? checkObject : unchanged;
};

const unchanged = (value: unknown): unknown => value;

const checkList = (value: unknown): unknown => {
  if (value !== null && value !== undefined && !Array.isArray(value)) throw new ValueMismatch('LIST');
  return value;
};

const checkObject = (value: unknown): unknown => {
  if (value !== null && value !== undefined && (typeof value !== 'object' || Array.isArray(value))) {
    throw new ValueMismatch('OBJECT');
  }
  return value;
};

/** A wrong item fails alone: an Error in a list counts as that item's failure, as in graphql-js. */
const eachChecked = (list: unknown, check: (value: unknown) => unknown): unknown =>
  Array.isArray(list) ? list.map((item) => outcomeOf(item, check)) : list;

const outcomeOf = (item: unknown, check: (value: unknown) => unknown): unknown => {
  try {
    return check(item);
  } catch (error) {
    return error;
  }
};
