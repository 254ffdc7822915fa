import { syntaxErrorAt } from './syntaxError';
import { groupDepth, isWord, tokensOf, type Token } from './tokens';

/** A condition expression, split at AND, OR, NOT and grouping parentheses; a `leaf` is the text of one comparison. */
export type Condition =
  | { readonly type: 'leaf'; readonly text: string }
  | { readonly type: 'not'; readonly args: readonly [Condition] }
  | { readonly type: 'and' | 'or'; readonly args: readonly [Condition, Condition] };

/**
 * Splits an expression into comparisons. NOT binds tighter than AND, AND tighter than OR.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export const splitCondition = (expression: string): Condition => {
  const tokens = tokensOf(expression);
  const unexpected = (token: Token | undefined) => syntaxErrorAt(expression, token?.start ?? expression.length);
  const closings = closingsOf(tokens, unexpected);
  let position = 0;

  const parseOr = (end: number): Condition => {
    const left = parseAnd(end);
    if (position >= end || !isWord(tokens[position], 'OR')) return left;
    position += 1;
    return { type: 'or', args: [left, parseOr(end)] };
  };

  const parseAnd = (end: number): Condition => {
    const left = parseNot(end);
    if (position >= end || !isWord(tokens[position], 'AND')) return left;
    position += 1;
    return { type: 'and', args: [left, parseAnd(end)] };
  };

  const parseNot = (end: number): Condition => {
    if (!isWord(tokens[position], 'NOT')) return parseOperand(end);
    position += 1;
    return { type: 'not', args: [parseNot(end)] };
  };

  const parseOperand = (end: number): Condition => {
    const closing = closings.get(position);
    return closing !== undefined && !isOperand(tokens[closing + 1]) ? parseGroup(closing) : parseLeaf(end);
  };

  const parseGroup = (closing: number): Condition => {
    const inner = position + 1;
    if (closings.get(inner) === closing - 1) throw redundant();
    position = inner;
    const group = parseOr(closing);
    if (position !== closing) throw unexpected(tokens[position]);
    position = closing + 1;
    return group;
  };

  const parseLeaf = (end: number): Condition => {
    const begin = position;
    const first = tokens[begin];
    let isBetween = false;
    while (position < end) {
      const token = tokens[position];
      if (isWord(token, 'OR') || (isWord(token, 'AND') && !isBetween)) break;
      if (isWord(token, 'AND')) isBetween = false;
      if (isWord(token, 'BETWEEN')) isBetween = true;
      position = (closings.get(position) ?? position) + 1;
    }
    const last = tokens[position - 1];
    if (groupDepth(tokens.slice(begin, position)) > 1) throw redundant();
    if (first === undefined || last === undefined || last.end <= first.start) throw unexpected(first);
    return { type: 'leaf', text: expression.slice(first.start, last.end) };
  };

  const condition = parseOr(tokens.length);
  if (position < tokens.length) throw unexpected(tokens[position]);
  return condition;
};

/** Whether the token after `)` shows that the parentheses held an operand, as in `(a) = :b`, not a condition. */
const isOperand = (next: Token | undefined): boolean =>
  next?.kind === 'comparator' || isWord(next, 'BETWEEN') || isWord(next, 'IN');

/** The position of the closing parenthesis for that of each opening one. */
const closingsOf = (
  tokens: readonly Token[],
  unexpected: (token: Token | undefined) => SyntaxError,
): Map<number, number> => {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const [position, token] of tokens.entries()) {
    if (token.kind === '(') open.push(position);
    if (token.kind !== ')') continue;
    const opening = open.pop();
    if (opening === undefined) throw unexpected(token);
    closings.set(opening, position);
  }
  if (open.length > 0) throw unexpected(undefined);
  return closings;
};

const redundant = (): Error => new Error('The expression has redundant parentheses;'); // DynamoDB's words
