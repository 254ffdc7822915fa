import { Misuse } from '../errors';
import { fromPoint, fromUnit, codeUnitAt, padded } from '../text/characters';
import { propertyClass } from './propertyClass';
import { beforeLastLineEnd } from './lineEnds';
import type { Reading } from './translate';

/** Translates what follows a backslash outside a character class. */
export const translateEscape = (reading: Reading): string => {
  const { cursor } = reading;
  const assertion = assertions[cursor.peek()];
  if (assertion !== undefined) {
    cursor.next();
    return assertion;
  }
  if (cursor.take('R')) return '(?:\\r\\n|[\\n\\x0B\\f\\r\\u0085\\u2028\\u2029])';
  const name = cursor.takePattern(/^k<[A-Za-z][A-Za-z0-9]*>/).slice(2, -1);
  if (name !== '') return backReference(reading.named.get(name));
  const number = cursor.takePattern(/^[1-9]\d?/);
  if (number !== '') return backReference(reading.numbered[Number(number)]);
  return classEscape(reading);
};

/** Translates what may follow a backslash anywhere: a class, a code point, a quoted part, or a literal character. */
export const classEscape = (reading: Reading): string => {
  const { cursor } = reading;
  if (cursor.take('Q')) return quoted(cursor.takePattern(/^[\s\S]*?(?:\\E|$)/).replace(/\\E$/, ''));
  const property = /^([pP])(?:\{([^}]*)\}|(.))/.exec(cursor.takePattern(/^[pP](?:\{[^}]*\}|.)/));
  if (property) return propertyClass(property[2] ?? property[3] ?? '', property[1] === 'P');
  const point = cursor.takePattern(/^(?:x\{[0-9A-Fa-f]+\}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|0[0-3]?[0-7]{1,2}|c.)/);
  if (point !== '') return literal(characterOf(point));
  const character = cursor.next();
  const known = classes[character] ?? controls[character];
  if (known !== undefined) return known;
  if (character === '' || /[A-Za-z]/.test(character)) {
    throw new Misuse(`Illegal escape sequence \\${character} in regular expression.`);
  }
  return literal(character);
};

const horizontalSpace = ' \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';
const verticalSpace = '\\n\\x0B\\f\\r\\u0085\\u2028\\u2029';

// Java's classes cover ASCII only, unless a flag says otherwise.
const classes: Readonly<Record<string, string>> = {
  d: '[0-9]',
  D: '[^0-9]',
  s: '[ \\t\\n\\x0B\\f\\r]',
  S: '[^ \\t\\n\\x0B\\f\\r]',
  w: '[a-zA-Z_0-9]',
  W: '[^a-zA-Z_0-9]',
  h: `[${horizontalSpace}]`,
  H: `[^${horizontalSpace}]`,
  v: `[${verticalSpace}]`,
  V: `[^${verticalSpace}]`,
};

const controls: Readonly<Record<string, string>> = { t: '\\t', n: '\\n', r: '\\r', f: '\\f', a: '\\x07', e: '\\x1B' };

const assertions: Readonly<Record<string, string>> = {
  A: '(?<![\\s\\S])',
  b: '\\b',
  B: '\\B',
  z: '(?![\\s\\S])',
  Z: beforeLastLineEnd,
};

const backReference = (index: number | undefined): string => {
  if (index === undefined) throw new Misuse('Reference to a group that is not there, in regular expression.');
  return `(?:\\${index})`;
};

const characterOf = (escape: string): string => {
  if (escape[0] === 'c') return fromUnit(codeUnitAt(escape, 1) ^ 64);
  const digits = escape.replace(/^[xu0]\{?|\}$/g, '');
  const point = parseInt(digits, escape[0] === '0' ? 8 : 16);
  if (point > 0x10ffff) throw new Misuse('Hexadecimal code point is too big, in regular expression.');
  return fromPoint(point);
};

const quoted = (text: string): string => text.split('').map(literal).join('');

const literal = (character: string): string => {
  const unit = codeUnitAt(character, 0);
  if (/[A-Za-z0-9_]/.test(character) || unit >= 0x80) return character;
  return `\\x${padded(unit.toString(16), 2)}`;
};
