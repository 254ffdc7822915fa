import { compileJavaPattern } from './compileJavaPattern';
import { expandReplacement } from './expandReplacement';

const nativeReplace = String.prototype.replace;

/** `replace` and `replaceAll`: a text as pattern is a Java regular expression, and the other text a Java replacement. */
export const replaceJavaStyle = (text: string, pattern: unknown, by: unknown, which: 'first' | 'all'): string => {
  // The library's own calls, since resolver code has no regular expressions.
  if (pattern instanceof RegExp) return Reflect.apply(nativeReplace, text, [pattern, by]);
  const { expression, groups } = compileJavaPattern(String(pattern), which === 'all' ? 'g' : '');
  const replacer = (...match: unknown[]) => expandReplacement(String(by), match, groups);
  return Reflect.apply(nativeReplace, text, [expression, replacer]);
};
