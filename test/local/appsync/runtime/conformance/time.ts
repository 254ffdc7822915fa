import { fails, type Row } from './row';

const at = 1517943695758;
const formatted = (format: string, expected: unknown, zone?: string): Row => [
  `util.time.epochMilliSecondsToFormatted(${at}, ${JSON.stringify(format)}${zone ? `, "${zone}"` : ''})`,
  expected,
  zone === undefined ? 'java' : 'java',
];
const inBerlin = (instant: string, expected: string): Row => [
  `util.time.epochMilliSecondsToFormatted(${Date.parse(instant)}, "yyyy-MM-dd'T'HH:mm:ssxxx", "Europe/Berlin")`,
  expected,
  'java',
];
const parsed = (text: string, format: string, expected: string, zone?: string): Row => [
  `util.time.parseFormattedToEpochMilliSeconds("${text}", ${JSON.stringify(format)}${zone ? `, "${zone}"` : ''})`,
  Date.parse(expected),
  'java',
];

/** `util.time`, with the clock at 2026-01-02T12:00:00Z. */
export const time: readonly Row[] = [
  ['util.time.nowISO8601()', '2026-01-02T12:00:00Z', 'java'],
  ['util.time.epochMilliSecondsToISO8601(1766438528000)', '2025-12-22T21:22:08Z', 'recorded'],
  ['util.time.epochMilliSecondsToISO8601(253402300800000)', '+10000-01-01T00:00:00Z', 'java'],
  ['util.time.epochMilliSecondsToISO8601(-62198755200001)', '-0002-12-31T23:59:59.999Z', 'java'],
  ['util.time.nowEpochSeconds()', 1767355200, 'documented'],
  ['util.time.nowEpochMilliSeconds()', 1767355200000, 'documented'],
  ['util.time.nowFormatted("yyyy-MM-dd HH:mm:ssZ")', '2026-01-02 12:00:00+0000', 'documented'],
  ['util.time.nowFormatted("yyyy-MM-dd HH:mm:ssZ", "Australia/Perth")', '2026-01-02 20:00:00+0800', 'documented'],
  [`util.time.epochMilliSecondsToSeconds(${at})`, 1517943695, 'documented'],
  [`util.time.epochMilliSecondsToISO8601(${at})`, '2018-02-06T19:01:35.758Z', 'documented'],
  [`util.time.epochMilliSecondsToFormatted(${at}, "yyyy-MM-dd HH:mm:ssZ")`, '2018-02-06 19:01:35+0000', 'documented'],
  [
    `util.time.epochMilliSecondsToFormatted(${at}, "yyyy-MM-dd HH:mm:ssZ", "+08:00")`,
    '2018-02-07 03:01:35+0800',
    'documented',
  ],
  ['util.time.parseISO8601ToEpochMilliSeconds("2018-02-01T17:21:05.180+08:00")', 1517476865180, 'documented'],
  [
    'util.time.parseFormattedToEpochMilliSeconds("2018-02-02 01:19:22+0800", "yyyy-MM-dd HH:mm:ssZ")',
    1517505562000,
    'documented',
  ],
  [
    'util.time.parseFormattedToEpochMilliSeconds("2018-02-02 01:19:22", "yyyy-MM-dd HH:mm:ss", "+08:00")',
    1517505562000,
    'documented',
  ],
  formatted("EEEE, d MMMM yyyy 'at' h:mm a", 'Tuesday, 6 February 2018 at 7:01 PM'),
  formatted("EEE d MMM ''yy", "Tue 6 Feb '18"),
  formatted('D u Q QQQ QQQQ G w', '37 2018 1 Q1 1st quarter AD 6'),
  formatted('SSS SSSSSS A n', '758 758000 68495758 758000000'),
  formatted('k K h H', '19 7 7 19'),
  formatted('X XX XXX x xx xxx Z ZZZZZ O', 'Z Z Z +00 +0000 +00:00 +0000 Z GMT'),
  formatted('X XX XXX Z ZZZZ ZZZZZ O', '+0530 +0530 +05:30 +0530 GMT+05:30 +05:30 GMT+5:30', 'Asia/Kolkata'),
  formatted('VV', 'Asia/Kolkata', 'Asia/Kolkata'),
  inBerlin('2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01:00'),
  inBerlin('2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02:00'),
  inBerlin('2026-10-25T00:30:00Z', '2026-10-25T02:30:00+02:00'),
  inBerlin('2026-10-25T01:30:00Z', '2026-10-25T02:30:00+01:00'),
  parsed('2026-03-29 02:30', 'yyyy-MM-dd HH:mm', '2026-03-29T01:30:00Z', 'Europe/Berlin'),
  parsed('2026-10-25 02:30', 'yyyy-MM-dd HH:mm', '2026-10-25T00:30:00Z', 'Europe/Berlin'),
  parsed('20260102030405', 'yyyyMMddHHmmss', '2026-01-02T03:04:05Z'),
  parsed('2 Jan 2026 1:05 PM', 'd MMM yyyy h:mm a', '2026-01-02T13:05:00Z'),
  parsed('2026-01-02T03:04:05.678+01:30', "yyyy-MM-dd'T'HH:mm:ss[.SSS]xxx", '2026-01-02T01:34:05.678Z'),
  parsed('2026-01-02T03:04:05Z', "yyyy-MM-dd'T'HH:mm:ss[.SSS]X", '2026-01-02T03:04:05Z'),
  [
    'util.time.parseISO8601ToEpochMilliSeconds("2018-02-30T00:00:00Z")',
    fails("Text '2018-02-30T00:00:00Z' could not be parsed"),
    'java',
  ],
  ['util.time.parseISO8601ToEpochMilliSeconds("yesterday")', fails("Text 'yesterday' could not be parsed"), 'java'],
  ['util.time.parseFormattedToEpochMilliSeconds("x", "yyyy")', fails("Text 'x' could not be parsed"), 'java'],
  ['util.time.nowFormatted("b")', fails('Unknown pattern letter: b'), 'java'],
  ['util.time.nowFormatted("yyyy", "Mars/Olympus")', fails('Unknown time-zone ID: Mars/Olympus'), 'java'],
];
