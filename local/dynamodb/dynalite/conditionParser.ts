import parser from 'dynalite/db/conditionParser.js';
import { splitCondition, type Condition } from '../conditions/splitCondition';
import { groupDepth, tokensOf } from '../conditions/tokens';
import { tooMuchIn } from '../conditions/tooMuchIn';
import { isJsonObject } from '../../json';
import type { Parsed } from './parsed';
import { rememberConditions } from './rememberConditions';

/**
 * Speeds up dynalite's condition parser, whose time quadruples with each nested group: seconds at a depth of nine.
 * Expressions with nested groups are split here, in time linear in their length, and only their comparisons are left to
 * dynalite, which still parses flat expressions whole. Results are checked against DynamoDB's limits and cached.
 */
export const quickenConditions = (): void => {
  const parseFlat = parser.parse;
  parser.parse = rememberConditions((text, options) => {
    const outcome =
      groupDepth(tokensOf(text)) < 2
        ? parseFlat(text, options)
        : join(splitCondition(text), (leaf) => parseFlat(leaf, options));
    return (isJsonObject(outcome) ? tooMuchIn(outcome['expression']) : undefined) ?? outcome;
  });
};

const join = (condition: Condition, parse: (leaf: string) => unknown): Parsed | string => {
  if (condition.type === 'leaf') return asParsed(parse(condition.text));
  const parts: Parsed[] = [];
  for (const arg of condition.args) {
    const part = join(arg, parse);
    if (typeof part === 'string') return part;
    parts.push(part);
  }
  return {
    expression: { type: condition.type, args: parts.map(({ expression }) => expression) },
    nestedPaths: Object.assign({}, ...parts.map(({ nestedPaths }) => nestedPaths)),
    pathHeads: Object.assign({}, ...parts.map(({ pathHeads }) => pathHeads)),
  };
};

const asParsed = (outcome: unknown): Parsed | string => {
  if (typeof outcome === 'string') return outcome;
  if (!isJsonObject(outcome)) throw new TypeError('the parser of conditions gave no condition');
  const { expression, nestedPaths, pathHeads } = outcome;
  return {
    expression,
    nestedPaths: isJsonObject(nestedPaths) ? nestedPaths : {},
    pathHeads: isJsonObject(pathHeads) ? pathHeads : {},
  };
};
