import { Misuse } from '../errors';
import { translate } from './translate';

/** Where a pattern's own groups ended up: by number (0 is the whole match) and by name. */
export interface Groups {
  readonly numbered: readonly number[];
  readonly named: ReadonlyMap<string, number>;
}

export interface CompiledPattern {
  readonly expression: RegExp;
  readonly groups: Groups;
}

/**
 * A `java.util.regex.Pattern` as a regular expression of this engine.
 * https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html
 */
export const compileJavaPattern = (pattern: string, flags = ''): CompiledPattern => {
  const { source, flags: own, groups } = translate(pattern);
  try {
    return { expression: new RegExp(source, `v${own}${flags}`), groups };
  } catch {
    throw new Misuse(`Invalid regular expression: ${pattern}`);
  }
};

/** Whether a whole text matches, as Java's `Pattern.matches` does. */
export const matchesWhole = (pattern: string, text: string): boolean => {
  const { source, flags } = translate(pattern);
  return compileSource(`^(?:${source})$`, flags, pattern).test(text);
};

const compileSource = (source: string, flags: string, pattern: string): RegExp => {
  try {
    return new RegExp(source, `v${flags}`);
  } catch {
    throw new Misuse(`Invalid regular expression: ${pattern}`);
  }
};
