import { InvalidRequest, TooDeep, UnreadableRequest } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';

/** Items may nest 32 levels, each of which is two levels of JSON, inside a few more of the request; see `checkDepth`. */
const maxDepth = 2 * 32 + 8;

/** Returns an input if it is a JSON object that can be traversed safely; throws a TableError if not. */
export const checkShape = (input: unknown): JsonObject => {
  if (!isJsonObject(input)) throw new UnreadableRequest();
  checkLevel(input, 0);
  return input;
};

const checkLevel = (value: object, depth: number): void => {
  if (depth > maxDepth) throw new TooDeep();
  if (!Array.isArray(value) && Object.hasOwn(value, '__proto__')) {
    throw new InvalidRequest('The twin cannot hold an attribute with the name __proto__.');
  }
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) checkLevel(member, depth + 1);
  }
};
