import { Misuse } from '../errors';
import type { Session } from '../invocation';
import { formatInstant } from './formatInstant';
import { parseFormatted } from './parseFormatted';
import { parseIso } from './parseIso';
import { utc, zoneOf } from './zones';

/** `util.time`: https://docs.aws.amazon.com/appsync/latest/devguide/time-helpers-in-util-time-js.html */
export const createTime = (session: Session) => ({
  epochMilliSecondsToFormatted: (milliseconds: unknown, format: unknown, timezone?: unknown): string =>
    formatInstant(instantOf(milliseconds), String(format), zoneFrom(timezone)),
  epochMilliSecondsToISO8601: (milliseconds: unknown): string => toIso(instantOf(milliseconds)),
  epochMilliSecondsToSeconds: (milliseconds: unknown): number => Math.floor(instantOf(milliseconds) / 1000),
  nowEpochMilliSeconds: (): number => session.current.now,
  nowEpochSeconds: (): number => Math.floor(session.current.now / 1000),
  nowFormatted: (format: unknown, timezone?: unknown): string =>
    formatInstant(session.current.now, String(format), zoneFrom(timezone)),
  nowISO8601: (): string => toIso(session.current.now),
  parseFormattedToEpochMilliSeconds: (text: unknown, format: unknown, timezone?: unknown): number =>
    parseFormatted(String(text), String(format), zoneFrom(timezone)),
  parseISO8601ToEpochMilliSeconds: (text: unknown): number => parseIso(String(text)),
});

const zoneFrom = (timezone: unknown) => (timezone === undefined || timezone === null ? utc : zoneOf(String(timezone)));

// The last instant that a Date can represent, in milliseconds since 1970.
const latestInstant = 8_640_000_000_000_000;

const instantOf = (value: unknown): number => {
  const instant = typeof value === 'string' ? Number(value) : value;
  if (typeof instant !== 'number' || !(Math.abs(instant) <= latestInstant))
    throw new Misuse('Expected epoch milliseconds.');
  return Math.trunc(instant);
};

/**
 * Like Java's Instant.toString: milliseconds are left out if they are 0, and years beyond 9999 have a sign. Seen in
 * EvaluateCode: https://github.com/dmeiser/kernelworx
 */
const toIso = (instant: number): string =>
  formatInstant(instant, `uuuu-MM-dd'T'HH:mm:ss${instant % 1000 === 0 ? '' : '.SSS'}'Z'`, utc);
