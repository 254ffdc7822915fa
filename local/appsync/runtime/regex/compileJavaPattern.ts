import { memoize } from '../../../memoize';
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
export const matchesWhole = (pattern: string, text: string): boolean => compileWhole(pattern).test(text);

/** Code has few patterns, and uses them in every run. */
const compileWhole = memoize(100, (pattern) => {
  const { source, flags } = translate(pattern);
  return compile(`^(?:${source})$`, flags, pattern);
});

const compile = (source: string, flags: string, pattern: string): RegExp => {
  try {
    return new RegExp(source, `v${flags}`);
  } catch {
    throw new Misuse(`Invalid regular expression: ${pattern}`);
  }
};
