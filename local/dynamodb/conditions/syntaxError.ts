import type { Token } from './tokens';

/**
 * The error of an expression that does not parse: it quotes the token at the offset where parsing failed, and what
 * stands around it.
 * https://github.com/paritysuite/dynamodb-conformance/blob/main/tests/tier3/error-messages/updateItem.test.ts
 */
export const syntaxErrorAt = (expression: string, offset: number): SyntaxError => {
  const tokens = quotedTokensOf(expression);
  const index = tokens.findIndex(({ end }) => end > offset);
  const token = tokens[index];
  const before = token === undefined ? tokens.at(-1) : tokens[index - 1];
  const after = token === undefined ? undefined : tokens[index + 1];
  const near = expression.slice((before ?? token)?.start ?? 0, (after ?? token ?? before)?.end);
  return new SyntaxError(`token: "${token?.text ?? '<EOF>'}", near: "${near}"`);
};

/**
 * Splits any expression, even one that makes no sense, into what DynamoDB quotes as a token: of a path each name and
 * sign by itself, where `tokensOf` takes the path as one word.
 */
const quotedTokensOf = (expression: string): Omit<Token, 'kind'>[] =>
  Array.from(expression.matchAll(/[#:]\w+|[^\W_]\w*|<>|<=|>=|\S/g), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
