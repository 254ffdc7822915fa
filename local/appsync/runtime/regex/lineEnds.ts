/** The line terminators of java.util.regex, as members of a character class. */
export const LINE_ENDS = '\\n\\r\\u0085\\u2028\\u2029';

/** Where `$` and `\Z` match: at the end of the text, or before its final line terminator. */
export const BEFORE_LAST_LINE_END = `(?=(?:\\r\\n|[${LINE_ENDS}])?(?![\\s\\S]))`;
