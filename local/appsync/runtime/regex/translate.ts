import { beforeLastLineEnd, lineEnds } from './lineEnds';
import { Misuse } from '../errors';
import { createCursor, type Cursor } from './cursor';
import { translateClass } from './translateClass';
import { translateEscape } from './translateEscape';
import type { Groups } from './compileJavaPattern';

/** The state while a pattern is translated. */
export interface Reading {
  readonly cursor: Cursor;
  /** Java's flags in force: i, m, s, x, d, u. */
  flags: ReadonlySet<string>;
  /** The number of groups opened so far in the output, including those added by the translation. */
  opened: number;
  readonly numbered: number[];
  readonly named: Map<string, number>;
}

export interface Translation {
  readonly source: string;
  readonly flags: string;
  readonly groups: Groups;
}

/** Translates a Java pattern for the `v` flag: flags, classes, quotes, possessive and atomic parts. */
export const translate = (pattern: string): Translation => {
  const reading: Reading = {
    cursor: createCursor(pattern),
    flags: new Set(),
    opened: 0,
    numbered: [0],
    named: new Map(),
  };
  takeLeadingFlags(reading);
  const source = translateAlternatives(reading);
  if (!reading.cursor.isAtEnd()) throw new Misuse(`Unmatched closing ')' in regular expression: ${pattern}`);
  return { source, flags: reading.flags.has('i') ? 'i' : '', groups: reading };
};

const translateAlternatives = (reading: Reading): string => {
  const { cursor } = reading;
  const parts: string[] = [];
  while (!cursor.isAtEnd() && cursor.peek() !== ')') {
    parts.push(cursor.take('|') ? '|' : translateQuantified(reading));
  }
  return parts.join('');
};

const translateQuantified = (reading: Reading): string => {
  const { cursor } = reading;
  const openedBefore = reading.opened;
  const atom = translateAtom(reading);
  const quantifier = cursor.takePattern(/^(?:[*+?]|\{\d+(?:,\d*)?\})/);
  if (quantifier === '') return atom;
  if (cursor.take('?')) return `${atom}${quantifier}?`;
  return cursor.take('+') ? atomic(reading, `${atom}${quantifier}`, openedBefore) : atom + quantifier;
};

/** Matches without backtracking: a lookahead captures the match, and a back-reference consumes it. */
const atomic = (reading: Reading, source: string, openedBefore: number): string => {
  if (reading.opened > openedBefore)
    throw new Misuse('Groups inside of a possessive or atomic part are not supported.');
  reading.opened += 1;
  return `(?:(?=(${source}))\\${reading.opened})`;
};

const translateAtom = (reading: Reading): string => {
  const { cursor, flags } = reading;
  if (flags.has('x') && cursor.takePattern(/^(?:\s+|#[^\n]*)/) !== '') return '';
  const character = cursor.next();
  switch (character) {
    case '.':
      return flags.has('s') ? '[\\s\\S]' : flags.has('d') ? '[^\\n]' : `[^${lineEnds}]`;
    case '^':
      return flags.has('m') ? `(?<=(?<![\\s\\S])|[${lineEnds}])` : '(?<![\\s\\S])';
    case '$':
      return flags.has('m') ? `(?=[${lineEnds}]|(?![\\s\\S]))` : beforeLastLineEnd;
    case '(':
      return translateGroup(reading);
    case '[':
      return translateClass(reading);
    case '\\':
      return translateEscape(reading);
    default:
      return /[{}/\]]/.test(character) ? `\\${character}` : character;
  }
};

const translateGroup = (reading: Reading): string => {
  const { cursor, flags } = reading;
  const source = groupSource(reading);
  if (!cursor.take(')')) throw new Misuse('Unclosed group in regular expression.');
  reading.flags = flags; // flags set inside a group end with it
  return source;
};

const groupSource = (reading: Reading): string => {
  const { cursor } = reading;
  const opening = cursor.takePattern(/^\?(?:[:=!]|<[=!])/);
  if (opening !== '') return `(${opening}${translateAlternatives(reading)})`;
  const openedBefore = reading.opened;
  if (cursor.takeText('?>')) return atomic(reading, translateAlternatives(reading), openedBefore);
  const name = cursor.takePattern(/^\?<[A-Za-z][A-Za-z0-9]*>/).slice(2, -1);
  if (cursor.peek() === '?') throw new Misuse('Inline flags are only supported at the start of a regular expression.');
  reading.opened += 1;
  reading.numbered.push(reading.opened);
  if (name !== '') reading.named.set(name, reading.opened);
  return `(${translateAlternatives(reading)})`;
};

const takeLeadingFlags = (reading: Reading): void => {
  const flags = reading.cursor.takePattern(/^(?:\(\?[idmsuxU]+\))+/);
  reading.flags = new Set(flags.replace(/[()?]/g, ''));
};
