import { InvalidRequest } from '../errors';
import type { JsonObject } from '../../json';

const members = [
  'ConditionExpression',
  'FilterExpression',
  'KeyConditionExpression',
  'ProjectionExpression',
  'UpdateExpression',
] as const;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-expression-parameters */
const maxBytes = 4096;

/** Throws InvalidRequest if an expression is longer than 4 KB. */
export const checkExpressions = (input: JsonObject): void => {
  for (const member of members) {
    const expression = input[member];
    if (typeof expression !== 'string') continue;
    const bytes = Buffer.byteLength(expression);
    if (bytes > maxBytes) {
      throw new InvalidRequest(
        `Invalid ${member}: Expression size has exceeded the maximum allowed size; expression size: ${bytes}`,
      );
    }
  }
};
