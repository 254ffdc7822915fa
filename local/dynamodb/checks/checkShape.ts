import { TooDeep, UnfitName, UnreadableRequest } from '../errors';
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
  if (!Array.isArray(value) && Object.hasOwn(value, '__proto__')) throw new UnfitName();
  if (depth <= deepestNames && isJsonObject(value)) checkNames(value);
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) checkLevel(member, depth + 1);
  }
};

/** The level of the members of a transaction's action, below which no request names attributes outside of rows. */
const deepestNames = 3;

const checkNames = ({ ExpressionAttributeNames, AttributesToGet }: JsonObject): void => {
  for (const names of [ExpressionAttributeNames, AttributesToGet]) {
    if (typeof names === 'object' && names !== null && Object.values(names).includes('__proto__'))
      throw new UnfitName();
  }
};
