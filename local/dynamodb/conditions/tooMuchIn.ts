import { isJsonObject } from '../../json';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-expression-parameters */
const maxOperators = 300;
const maxListed = 100;

/**
 * DynamoDB's message about a condition, or the operands of an update, above its limits; undefined if within them.
 * Comparisons, functions, AND, OR and NOT count as operators, though the documentation mentions updates only;
 * parentheses are free.
 * https://github.com/scylladb/scylladb/issues/14473, https://github.com/aws/aws-sdk-js/issues/3721
 */
export const tooMuchIn = (...expressions: readonly unknown[]): string | undefined => {
  const parts = partsOf(expressions);
  for (const { type, args } of parts) {
    const listed = args.length - 1;
    if (type !== 'in' || listed <= maxListed) continue;
    return `The IN operator is provided with too many operands; number of operands: ${listed}`;
  }
  // DynamoDB stops counting at the first one too many.
  return parts.length > maxOperators
    ? `The expression contains too many operators; operator count: ${maxOperators + 1}`
    : undefined;
};

interface Part {
  readonly type: string;
  readonly args: readonly unknown[];
}

/** All operators and functions in the output of dynalite's parsers. */
const partsOf = (roots: readonly unknown[]): Part[] => {
  const found: Part[] = [];
  const open = [...roots];
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
