/** The line terminators of java.util.regex, as members of a character class. */
export const lineEnds = '\\n\\r\\u0085\\u2028\\u2029';

/** Where `$` and `\Z` match: at the end of the text, or before its final line terminator. */
export const beforeLastLineEnd = `(?=(?:\\r\\n|[${lineEnds}])?(?![\\s\\S]))`;
