import { InvalidRequest, UnreadableRequest } from '../errors';
import { isJsonObject, type JsonObject } from '../json';

/** Items may nest 32 levels; each takes two levels of JSON, and a request a few more around them. */
const maxDepth = 2 * 32 + 8;

/** Makes sure that an input is a JSON object which can be walked through safely, and returns it. */
export const checkShape = (input: unknown): JsonObject => {
  if (!isJsonObject(input)) throw new UnreadableRequest();
  checkLevel(input, 0);
  return input;
};

const checkLevel = (value: object, depth: number): void => {
  if (depth > maxDepth) {
    throw new InvalidRequest(
      'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
    );
  }
  if (!Array.isArray(value) && Object.hasOwn(value, '__proto__')) {
    throw new InvalidRequest('The twin cannot hold an attribute with the name __proto__.');
  }
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) checkLevel(member, depth + 1);
  }
};
