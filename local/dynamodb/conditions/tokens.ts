export interface Token {
  /** `word` is a path, placeholder, function or keyword. */
  readonly kind: 'word' | '(' | ')' | 'comparator' | 'other';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pattern = /(?<word>[A-Za-z0-9_#:.[\]]+)|(?<comparator><>|<=|>=|[=<>])|(?<paren>[()])|(?<other>[^\s])/g;

/** Tokenizes a condition expression. */
export const tokensOf = (expression: string): Token[] =>
  Array.from(expression.matchAll(pattern), (match) => {
    const [text] = match;
    const place = { text, start: match.index, end: match.index + text.length };
    if (text === '(' || text === ')') return { kind: text, ...place };
    if (match.groups?.['word'] !== undefined) return { kind: 'word', ...place };
    return { kind: match.groups?.['comparator'] === undefined ? 'other' : 'comparator', ...place };
  });

/** Whether a token is the given keyword (upper-case), ignoring case. */
export const isWord = (token: Token | undefined, keyword: string): boolean =>
  token?.kind === 'word' && token.text.toUpperCase() === keyword;

/** How deep parentheses nest, not counting those of functions. */
export const groupDepth = (tokens: readonly Token[]): number => {
  const open: number[] = [];
  let depth = 0;
  let deepest = 0;
  for (const [position, { kind }] of tokens.entries()) {
    if (kind === ')') depth -= open.pop() ?? 0;
    if (kind !== '(') continue;
    const step = isFunction(tokens[position - 1]) ? 0 : 1;
    open.push(step);
    depth += step;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

const keywords = ['AND', 'OR', 'NOT', 'IN', 'BETWEEN'];

const isFunction = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !keywords.some((keyword) => isWord(token, keyword));
