import { createBoundedCache } from '../../../createBoundedCache';
import { Misuse } from '../errors';
import { translate } from './translate';

/** Maps a Java pattern's groups, by number (0 is the whole match) and by name, to those of the translated pattern. */
export interface Groups {
  readonly numbered: readonly number[];
  readonly named: ReadonlyMap<string, number>;
}

export interface CompiledPattern {
  readonly expression: RegExp;
  readonly groups: Groups;
}

/**
 * Compiles a `java.util.regex.Pattern` to a RegExp.
 * https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html
 */
export const compileJavaPattern = (pattern: string, flags = ''): CompiledPattern => {
  const { source, flags: own, groups } = translate(pattern);
  return { expression: compile(source, own + flags, pattern), groups };
};

/** Whether the whole text matches, as with Java's `Pattern.matches`. */
export const matchesWhole = (pattern: string, text: string): boolean => {
  const expression = known.get(pattern) ?? compileWhole(pattern);
  return expression.test(text);
};

/** The patterns of `matchesWhole`: code has few, and uses them in every run. */
const known = createBoundedCache<RegExp>(100);

const compileWhole = (pattern: string): RegExp => {
  const { source, flags } = translate(pattern);
  const expression = compile(`^(?:${source})$`, flags, pattern);
  known.set(pattern, expression);
  return expression;
};

const compile = (source: string, flags: string, pattern: string): RegExp => {
  try {
    return new RegExp(source, `v${flags}`);
  } catch {
    throw new Misuse(`Invalid regular expression: ${pattern}`);
  }
};
