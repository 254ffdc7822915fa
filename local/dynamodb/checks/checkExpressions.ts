import { InvalidRequest } from '../errors';
import type { JsonObject } from '../json';

const members = [
  'ConditionExpression',
  'FilterExpression',
  'KeyConditionExpression',
  'ProjectionExpression',
  'UpdateExpression',
] as const;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-expression-parameters */
const maxBytes = 4096;

/** The parser's time grows fourfold with each nested group; DynamoDB itself has no such limit. */
const maxNestedGroups = 5;

/** Refuses an expression that is too long, or that would keep the parser busy for long. */
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
    if (nestedGroups(expression) > maxNestedGroups) {
      throw new InvalidRequest(`Invalid ${member}: The twin reads at most ${maxNestedGroups} nested parentheses.`);
    }
  }
};

const functionNames =
  /(attribute_exists|attribute_not_exists|attribute_type|begins_with|contains|size|if_not_exists|list_append)$/;

/** How deep parentheses nest that group conditions; those of a function cost little. */
const nestedGroups = (expression: string): number => {
  const open: number[] = [];
  let deepest = 0;
  let depth = 0;
  for (const [piece] of expression.matchAll(/[a-z_]*\s*\(|\)/g)) {
    if (piece === ')') depth -= open.pop() ?? 0;
    else {
      const cost = functionNames.test(piece.slice(0, -1).trimEnd()) ? 0 : 1;
      open.push(cost);
      depth += cost;
      deepest = Math.max(deepest, depth);
    }
  }
  return deepest;
};
