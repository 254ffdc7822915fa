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

/** DynamoDB's message about an expression that is longer than 4 KB; undefined if none is. */
export const expressionComplaint = (input: JsonObject): string | undefined => {
  for (const member of members) {
    const expression = input[member];
    if (typeof expression !== 'string') continue;
    const bytes = Buffer.byteLength(expression);
    if (bytes <= maxBytes) continue;
    return `Invalid ${member}: Expression size has exceeded the maximum allowed size; expression size: ${bytes}`;
  }
  return undefined;
};
