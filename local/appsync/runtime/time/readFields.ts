import { Misuse } from '../errors';
import { monthNames, nameAt, weekdayNames } from './names';
import type { Token } from './pattern';
import { offsetOf } from './zones';

/** The fields read from a text. */
export interface Fields {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly dayOfYear?: number;
  readonly hour?: number;
  /** On a 12-hour clock. */
  readonly clockHour?: number;
  readonly isAfternoon?: boolean;
  readonly minute?: number;
  readonly second?: number;
  readonly millisecond?: number;
  readonly millisecondOfDay?: number;
  readonly offset?: number;
  readonly zoneId?: string;
}

/** Reads a whole text by a pattern; undefined if it does not match. */
export const readFields = (text: string, tokens: readonly Token[]): Fields | undefined => {
  const readings: Reading[] = [];
  const source = sourceOf(tokens, readings);
  const [whole, ...found] = new RegExp(`^${source}$`, 'u').exec(text) ?? [];
  if (whole === undefined) return undefined;
  return readings.reduce<Fields>((fields, reading, index) => {
    const part = found[index];
    return part === undefined ? fields : { ...fields, ...reading(part) };
  }, {});
};

type Reading = (part: string) => Fields;

const sourceOf = (tokens: readonly Token[], readings: Reading[]): string =>
  tokens
    .map((token, index) => {
      if (token.kind === 'literal') return token.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      if (token.kind === 'optional') return `(?:${sourceOf(token.tokens, readings)})?`;
      const field = fields[token.letter];
      if (field === undefined) throw new Misuse(`Pattern letter ${token.letter} cannot be parsed.`);
      const { source, read } = field(token.count, isNumber(tokens[index + 1]) || isNumber(tokens[index - 1]));
      readings.push(read);
      return `(${source})`;
    })
    .join('');

/** Whether a token is numeric: a numeric field next to it must have exactly as many digits as it has letters. */
const isNumber = (token: Token | undefined): boolean =>
  token?.kind === 'field' && (/[uydHhKkmsSAnND]/.test(token.letter) || (/[ML]/.test(token.letter) && token.count < 3));

type Field = (count: number, isAdjacent: boolean) => { readonly source: string; readonly read: Reading };

const digits =
  (read: (value: number) => Fields): Field =>
  (count, isAdjacent) => ({
    source: isAdjacent || count === 2 ? `\\d{${count}}` : `\\d{${count},}`,
    read: (part) => read(Number(part)),
  });

const year: Field = (count, isAdjacent) => ({
  source: count === 2 || isAdjacent ? `\\d{${count}}` : `[+-]?\\d{${count},}`,
  read: (part) => ({ year: count === 2 ? 2000 + Number(part) : Number(part) }),
});

const month: Field = (count, isAdjacent) => {
  if (count < 3) return digits((value) => ({ month: value }))(count, isAdjacent);
  const names = monthNames.map((name) => nameAt(name, count));
  return { source: names.join('|'), read: (part) => ({ month: names.indexOf(part) + 1 }) };
};

const weekday: Field = (count) => ({
  source: weekdayNames.map((name) => nameAt(name, Math.max(count, 3))).join('|'),
  read: () => ({}),
});

const offset: Field = () => ({
  source: 'Z|GMT|(?:GMT)?[+-]\\d{1,2}(?::?\\d{2}(?::?\\d{2})?)?',
  read: (part) => ({ offset: offsetOf(part) }),
});

const zone: Field = () => ({ source: '[A-Za-z][\\w/+:-]*|[+-][\\d:]+', read: (part) => ({ zoneId: part }) });

const fields: Readonly<Record<string, Field>> = {
  A: digits((value) => ({ millisecondOfDay: value })),
  D: digits((value) => ({ dayOfYear: value })),
  E: weekday,
  G: (count) => ({ source: count === 4 ? 'Anno Domini' : count === 5 ? 'A' : 'AD', read: () => ({}) }),
  H: digits((value) => ({ hour: value })),
  K: digits((value) => ({ clockHour: value })),
  L: month,
  M: month,
  N: digits((value) => ({ millisecondOfDay: Math.floor(value / 1_000_000) })),
  O: offset,
  S: (count) => ({ source: `\\d{${count}}`, read: (part) => ({ millisecond: Number(`${part}00`.slice(0, 3)) }) }),
  V: zone,
  X: offset,
  Z: offset,
  a: () => ({ source: 'AM|PM', read: (part) => ({ isAfternoon: part === 'PM' }) }),
  d: digits((value) => ({ day: value })),
  h: digits((value) => ({ clockHour: value })),
  k: digits((value) => ({ hour: value % 24 })),
  m: digits((value) => ({ minute: value })),
  n: digits((value) => ({ millisecond: Math.floor(value / 1_000_000) })),
  s: digits((value) => ({ second: value })),
  u: year,
  x: offset,
  y: year,
  z: zone,
};
