import { Misuse } from '../errors';
import type { Groups } from './compileJavaPattern';

/** Expands a Java replacement for one match: `$1` and `${name}` are groups, a backslash escapes the next character. */
export const expandReplacement = (replacement: string, match: readonly unknown[], groups: Groups): string => {
  const parts: string[] = [];
  for (let at = 0; at < replacement.length; at += 1) {
    const character = replacement[at] ?? '';
    if (character === '\\') {
      at += 1;
      parts.push(replacement[at] ?? missing('character to be escaped is missing'));
    } else if (character === '$') {
      const { index, size } = reference(replacement.slice(at + 1), groups);
      parts.push(String(match[index] ?? ''));
      at += size;
    } else parts.push(character);
  }
  return parts.join('');
};

const reference = (text: string, groups: Groups): { index: number; size: number } => {
  const [whole, name] = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(text) ?? [];
  if (whole !== undefined && name !== undefined) {
    return { index: groups.named.get(name) ?? missing(`No group with name {${name}}`), size: whole.length };
  }
  const digits = /^\d+/.exec(text)?.[0] ?? missing('Illegal group reference');
  // As in Java, as many digits as still name a group.
  for (let size = digits.length; size > 0; size -= 1) {
    const index = groups.numbered[Number(digits.slice(0, size))];
    if (index !== undefined) return { index, size };
  }
  return missing(`No group ${digits[0]}`);
};

const missing = (message: string): never => {
  throw new Misuse(message);
};
