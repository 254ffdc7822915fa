import { getNullableType, isLeafType, isNonNullType, type GraphQLOutputType } from 'graphql';
import { unread, type PlannedField, type Reader } from './plannedField';

/**
 * The fast path for most values of a response: valid leaves that are read, not resolved. Any other value is `unread`
 * and takes the slow path, which reports its error.
 */
export const leafReading = (type: GraphQLOutputType, reader: Reader): PlannedField['readLeaf'] => {
  const leaf = getNullableType(type);
  const read = reader.readAnywhere?.bind(reader);
  if (!isLeafType(leaf) || !read) return undefined;
  const absent = isNonNullType(type) ? unread : null;
  return (source, context) => {
    try {
      const value = read(source, context);
      if (value === null || value === undefined) return absent;
      if (value === unread || value instanceof Error) return unread;
      return leaf.serialize(value) ?? unread;
    } catch {
      return unread;
    }
  };
};
