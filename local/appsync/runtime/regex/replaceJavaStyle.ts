import { compileJavaPattern } from './compileJavaPattern';
import { expandReplacement } from './expandReplacement';

const nativeReplace = String.prototype.replace;

/** `replace` and `replaceAll`: a string pattern is a Java regular expression, and `by` is a Java replacement. */
export const replaceJavaStyle = (text: string, pattern: unknown, by: unknown, which: 'first' | 'all'): string => {
  // A call from this library: resolver code has no RegExp.
  if (pattern instanceof RegExp) return Reflect.apply(nativeReplace, text, [pattern, by]);
  const { expression, groups } = compileJavaPattern(String(pattern), which === 'all' ? 'g' : '');
  const replacer = (...match: unknown[]) => expandReplacement(String(by), match, groups);
  return Reflect.apply(nativeReplace, text, [expression, replacer]);
};
