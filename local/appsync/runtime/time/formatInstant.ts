import { Misuse } from '../errors';
import { padded } from '../text/characters';
import { dayOfWeek, dayOfYear, localTimeOf, millisecondOfDay, weekOfYear, type LocalTime } from './calendar';
import { monthNames, nameAt, weekdayNames } from './names';
import { readPattern, type Token } from './pattern';
import { offsetText, type Zone } from './zones';

interface Moment {
  readonly time: LocalTime;
  readonly offset: number;
  readonly zone: Zone;
}

/** Formats an instant in a zone by a DateTimeFormatter pattern. */
export const formatInstant = (instant: number, pattern: string, zone: Zone): string => {
  const offset = zone.offsetAt(instant);
  return write(readPattern(pattern), { time: localTimeOf(instant + offset * 1000), offset, zone });
};

const write = (tokens: readonly Token[], moment: Moment): string =>
  tokens
    .map((token) => {
      if (token.kind === 'literal') return token.text;
      if (token.kind === 'optional') return write(token.tokens, moment);
      const field = fields[token.letter];
      if (field === undefined) throw new Misuse(`Unknown pattern letter: ${token.letter}`);
      return field(moment, token.count);
    })
    .join('');

type Field = (moment: Moment, count: number) => string;

const number =
  (valueOf: (time: LocalTime) => number): Field =>
  ({ time }, count) =>
    padded(valueOf(time), count);

const yearField =
  (yearOf: (time: LocalTime) => number): Field =>
  ({ time }, count) => {
    const year = yearOf(time);
    if (count === 2) return padded(Math.abs(year) % 100, count);
    const digits = padded(Math.abs(year), count);
    if (year < 0) return `-${digits}`;
    return count >= 4 && digits.length > count ? `+${digits}` : digits;
  };

const month: Field = ({ time }, count) =>
  count < 3 ? padded(time.month, count) : nameAt(monthNames[time.month - 1] ?? '', count);

const quarter: Field = ({ time }, count) => {
  const value = Math.ceil(time.month / 3);
  if (count < 3) return padded(value, count);
  if (count === 3) return `Q${value}`;
  return count === 4 ? `${value}${['st', 'nd', 'rd', 'th'][value - 1] ?? ''} quarter` : String(value);
};

const weekday: Field = ({ time }, count) => nameAt(weekdayNames[dayOfWeek(time)] ?? '', Math.max(count, 3));

const localWeekday: Field = (moment, count) =>
  count < 3 ? padded(dayOfWeek(moment.time) + 1, count) : weekday(moment, count);

const offsetField =
  (zero: string): Field =>
  ({ offset }, count) => {
    if (offset === 0 && zero !== '') return zero;
    return offsetText(offset, count === 3 || count === 5 ? ':' : '', count === 1 ? 'if any' : 'always', count > 3);
  };

const gmtOffset = (offset: number, isFull: boolean): string => {
  if (offset === 0) return 'GMT';
  return `GMT${isFull ? offsetText(offset, ':') : offsetText(offset, ':', 'if any').replace(/^([+-])0/, '$1')}`;
};

const zoneOffset: Field = (moment, count) => {
  if (count === 4) return gmtOffset(moment.offset, true);
  return count === 5 ? offsetField('Z')(moment, count) : offsetText(moment.offset, '', 'always', false);
};

const fields: Readonly<Record<string, Field>> = {
  A: number(millisecondOfDay),
  D: number(dayOfYear),
  E: weekday,
  F: number(({ day }) => ((day - 1) % 7) + 1),
  G: ({ time }, count) => {
    const era = time.year > 0 ? { short: 'AD', full: 'Anno Domini' } : { short: 'BC', full: 'Before Christ' };
    if (count === 4) return era.full;
    return count === 5 ? era.short.slice(0, 1) : era.short;
  },
  H: number(({ hour }) => hour),
  K: number(({ hour }) => hour % 12),
  L: month,
  M: month,
  N: number((time) => millisecondOfDay(time) * 1_000_000),
  O: ({ offset }, count) => gmtOffset(offset, count === 4),
  Q: quarter,
  S: ({ time }, count) => `${padded(time.millisecond, 3)}000000`.slice(0, count),
  V: ({ zone }) => zone.id,
  W: number((time) => Math.floor((time.day - 1 + dayOfWeek({ ...time, day: 1 })) / 7) + 1),
  X: offsetField('Z'),
  Y: yearField((time) => weekOfYear(time).year),
  Z: zoneOffset,
  a: ({ time }) => (time.hour < 12 ? 'AM' : 'PM'),
  c: localWeekday,
  d: number(({ day }) => day),
  e: localWeekday,
  h: number(({ hour }) => ((hour + 11) % 12) + 1),
  k: number(({ hour }) => ((hour + 23) % 24) + 1),
  m: number(({ minute }) => minute),
  n: number(({ millisecond }) => millisecond * 1_000_000),
  q: quarter,
  s: number(({ second }) => second),
  u: yearField(({ year }) => year),
  w: number((time) => weekOfYear(time).week),
  x: offsetField(''),
  y: yearField(({ year }) => (year > 0 ? year : 1 - year)),
  z: ({ zone, offset }) => (zone.id === 'UTC' || zone.id === 'Z' ? zone.id : gmtOffset(offset, false)),
};
