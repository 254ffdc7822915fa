import { Misuse } from '../errors';

/** A part of a DateTimeFormatter pattern. */
export type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'field'; readonly letter: string; readonly count: number }
  | { readonly kind: 'optional'; readonly tokens: readonly Token[] };

/**
 * Parses a pattern: letters are fields, quoted parts and other characters are literals, and brackets enclose optional
 * parts. https://docs.oracle.com/javase/8/docs/api/java/time/format/DateTimeFormatter.html#patterns
 */
export const readPattern = (pattern: string): readonly Token[] => {
  const open: Token[][] = [[]];
  const parts = pattern.match(/([A-Za-z])\1*|'(?:[^']|'')*'|[\s\S]/g) ?? [];
  for (const part of parts) {
    const tokens = open[open.length - 1] ?? [];
    if (part === '[') open.push([]);
    else if (part === ']') {
      if (open.length === 1) throw new Misuse('Pattern invalid as it contains ] without previous [');
      open.pop();
      open[open.length - 1]?.push({ kind: 'optional', tokens });
    } else tokens.push(tokenOf(part));
  }
  // Java closes brackets that are left open.
  return open.reduceRight<Token[]>((inner, tokens, index) => {
    const rest = index === open.length - 1 ? [] : [{ kind: 'optional' as const, tokens: inner }];
    return [...tokens, ...rest];
  }, []);
};

const tokenOf = (part: string): Token => {
  const letter = part[0] ?? '';
  if (/[A-Za-z]/.test(letter)) {
    if (!patternLetters.includes(letter)) throw new Misuse(`Unknown pattern letter: ${letter}`);
    return { kind: 'field', letter, count: part.length };
  }
  if (part === "'") throw new Misuse('Pattern ends with an incomplete string literal');
  if (/[{}#]/.test(part) && part.length === 1) throw new Misuse(`Pattern includes reserved character: '${part}'`);
  if (letter !== "'") return { kind: 'literal', text: part };
  return { kind: 'literal', text: part === "''" ? "'" : part.slice(1, -1).replace(/''/g, "'") };
};

const patternLetters = 'GuyYDMLdQqwWEecFahKkHmsSAnNVzOXxZ';
