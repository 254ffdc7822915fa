import { Misuse } from '../errors';

const asciiClasses = new Map(
  Object.entries({
    Lower: 'a-z',
    Upper: 'A-Z',
    ASCII: '\\x00-\\x7F',
    Alpha: 'a-zA-Z',
    Digit: '0-9',
    Alnum: 'a-zA-Z0-9',
    Punct: '\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E',
    Graph: '\\x21-\\x7E',
    Print: '\\x20-\\x7E',
    Blank: ' \\t',
    Cntrl: '\\x00-\\x1F\\x7F',
    XDigit: '0-9a-fA-F',
    Space: ' \\t\\n\\x0B\\f\\r',
  }),
);

const otherClasses = new Map(
  Object.entries({
    javaLowerCase: '\\p{Lowercase}',
    javaUpperCase: '\\p{Uppercase}',
    javaAlphabetic: '\\p{Alphabetic}',
    javaDigit: '\\p{Nd}',
    javaLetter: '\\p{L}',
    javaLetterOrDigit: '\\p{L}\\p{Nd}',
    javaWhitespace: '[\\t\\n\\x0B\\f\\r\\x1C-\\x1F\\p{Z}]--[\\xA0\\u2007\\u202F]',
    L1: '\\x00-\\xFF',
    all: '\\s\\S',
    LD: '\\p{L}\\p{Nd}',
    LC: '\\p{Lu}\\p{Ll}\\p{Lt}',
  }),
);

const binaryProperty =
  /^(?:Alphabetic|Ideographic|Lowercase|Uppercase|White_Space|Noncharacter_Code_Point|Join_Control|Emoji\w*)$/i;

/** Translates Java's `\p{…}`: POSIX classes, `java…` methods, categories, scripts and binary properties. */
export const propertyClass = (name: string, isNegated: boolean): string => {
  const opening = isNegated ? '[^' : '[';
  const known = asciiClasses.get(name) ?? otherClasses.get(name);
  return known === undefined ? `\\${isNegated ? 'P' : 'p'}{${unicodeProperty(name)}}` : `${opening}${known}]`;
};

const unicodeProperty = (name: string): string => {
  const [, key, value] = /^(\w+)=(\w+)$/.exec(name) ?? [];
  if (key !== undefined && value !== undefined) {
    if (/^(?:IsScript|sc|script)$/i.test(key)) return `Script=${value}`;
    if (/^(?:gc|general_category)$/i.test(key)) return value;
    throw unknownProperty(name);
  }
  const bare = name.replace(/^Is/, '');
  if (/^[A-Z][a-z]?$/.test(bare)) return bare;
  if (binaryProperty.test(bare)) return bare.replace(/^WhiteSpace$/i, 'White_Space');
  if (bare !== name && /^\w+$/.test(bare)) return `Script=${bare}`;
  throw unknownProperty(name);
};

const unknownProperty = (name: string): Misuse =>
  new Misuse(`Unknown character property name {${name}} in regular expression.`);
