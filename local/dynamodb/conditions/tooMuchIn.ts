import { isJsonObject } from '../json';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-expression-parameters */
const mostOperators = 300;
const mostListed = 100;

/**
 * What DynamoDB says against a condition with too much in it. It counts comparisons, functions, AND, OR and NOT, though
 * its documentation speaks of updates alone; parentheses are free.
 * https://github.com/scylladb/scylladb/issues/14473, https://github.com/aws/aws-sdk-js/issues/3721
 */
export const tooMuchIn = (expression: unknown): string | undefined => {
  const parts = partsOf(expression);
  for (const { type, args } of parts) {
    const listed = args.length - 1;
    if (type !== 'in' || listed <= mostListed) continue;
    return `The IN operator is provided with too many operands; number of operands: ${listed}`;
  }
  // It stops counting at the first that is too many.
  return parts.length > mostOperators
    ? `The expression contains too many operators; operator count: ${mostOperators + 1}`
    : undefined;
};

interface Part {
  readonly type: string;
  readonly args: readonly unknown[];
}

/** All that is an operator or a function in what dynalite's parser gives. */
const partsOf = (root: unknown): Part[] => {
  const found: Part[] = [];
  const open: unknown[] = [root];
  while (open.length > 0) {
    const part = open.pop();
    if (!isPart(part)) continue; // a path or a value
    found.push(part);
    open.push(...part.args);
  }
  return found;
};

const isPart = (part: unknown): part is Part =>
  isJsonObject(part) && typeof part['type'] === 'string' && Array.isArray(part['args']);
