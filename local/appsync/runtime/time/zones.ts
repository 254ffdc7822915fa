import { Misuse } from '../errors';
import { padded } from '../text/characters';
import { epochOfDay } from './calendar';

/** A time zone: maps instants, in epoch milliseconds, to seconds ahead of UTC, and local times to instants. */
export interface Zone {
  readonly id: string;
  readonly offsetAt: (instant: number) => number;
  /** The instant of a local time; in a gap or an overlap, the earlier offset applies, as in Java. */
  readonly instantOf: (local: number) => number;
}

/** A zone by offset (`+08:00`, `Z`, `UTC+1`) or region (`Europe/Berlin`), as in Java's ZoneId.of. */
export const zoneOf = (id: string): Zone => {
  const offset = offsetOf(id);
  return offset === undefined ? regionZone(id) : fixedZone(id, offset);
};

export const fixedZone = (id: string, offset: number): Zone => ({
  id,
  offsetAt: () => offset,
  instantOf: (local) => local - offset * 1000,
});

export const utc = fixedZone('UTC', 0);

/** Parses an offset to seconds; undefined if the text is not an offset. */
export const offsetOf = (text: string): number | undefined => {
  if (/^(?:Z|UTC|GMT|UT)$/.test(text)) return 0;
  const [, sign, hours, minutes = '0', seconds = '0'] =
    /^(?:UTC|GMT|UT)?([+-])(\d{1,2})(?::?([0-5]\d)(?::?([0-5]\d))?)?$/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (total > maxOffsetSeconds) throw new Misuse(`Zone offset not in valid range: ${text}`);
  return sign === '-' ? -total : total;
};

/** An offset as `+08:00`, `+0800` or `+08`; seconds show only if not 0, and minutes always or only if not 0. */
export const offsetText = (
  offset: number,
  separator: ':' | '',
  minutes: 'always' | 'if any' = 'always',
  seconds = true,
): string => {
  const total = Math.abs(offset);
  const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const withMinutes = minutes === 'always' || m > 0;
  const tail = `${withMinutes ? separator + padded(m, 2) : ''}${seconds && s > 0 ? separator + padded(s, 2) : ''}`;
  return `${offset < 0 ? '-' : '+'}${padded(h, 2)}${tail}`;
};

const maxOffsetSeconds = 18 * 3600;
const dayMilliseconds = 86_400_000;

const regionZone = (id: string): Zone => {
  const formatter = formatterOf(id);
  const offsetAt = (instant: number): number => {
    const whole = Math.floor(instant / 1000) * 1000;
    return (localOf(formatter, whole) - whole) / 1000;
  };
  return {
    id,
    offsetAt,
    instantOf: (local) => {
      const [before, after] = [offsetAt(local - dayMilliseconds), offsetAt(local + dayMilliseconds)];
      const holds = (offset: number) => offsetAt(local - offset * 1000) === offset;
      return local - (holds(before) || !holds(after) ? before : after) * 1000;
    },
  };
};

const formatterOf = (id: string): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: id, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23', era: 'short' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
  } catch {
    throw new Misuse(`Unknown time-zone ID: ${id}`);
  }
};

/** The local time at an instant, as the epoch milliseconds at which UTC clocks show the same time. */
const localOf = (formatter: Intl.DateTimeFormat, instant: number): number => {
  const read: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(instant)) if (type !== 'era') read[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
  return epochOfDay(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000;
};
