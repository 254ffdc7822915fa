import { describe, expect, it } from 'vitest';
import { InvalidScalar } from '../../../../local/appsync/errors';
import { awsScalars } from '../../../../local/appsync/schema/scalars/awsScalars';

/** https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html, and the edge cases of its rules. */
const rows = {
  AWSDate: {
    valid: [
      '1970-01-01',
      '1970-01-01Z',
      '1970-01-01-07:00',
      '1970-01-01+05:30',
      '1970-01-01+05:30:15',
      '2024-02-29',
      '2000-02-29',
    ],
    invalid: [
      '',
      '2023-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-01',
      '2026-04-31',
      '2026-01-00',
      '70-01-01',
      '2026-01-01T00:00Z',
      '2026-01-01+5:30',
      20260101,
      null,
    ],
  },
  AWSTime: {
    valid: ['12:30', '12:30Z', '12:30:24-07:00', '12:30:24.500+05:30', '00:00:00.123456789'],
    invalid: ['24:00', '12:60', '12:30:60', '1:30', '12:30:24.', 'noon', 1230],
  },
  AWSDateTime: {
    valid: [
      '1970-01-01T12:30:00Z',
      '2020-01-01T00:00+00:00',
      '1970-01-01T12:30:00-07:00',
      '1970-01-01T12:30:00.150+05:30:10',
    ],
    invalid: [
      '1970-01-01T12:30:00',
      '1970-01-01 12:30:00Z',
      '2023-02-29T00:00Z',
      '2020-05-23T06:4:37.000Z',
      '1970-01-01',
      0,
    ],
  },
  AWSTimestamp: { valid: [0, -1, 1763798400], invalid: [1.5, NaN, 2 ** 53, 'soon', true] },
  AWSEmail: {
    valid: ['username@example.com', 'first.last+tag@mail.example.co.uk', "o'neil@example.com"],
    invalid: [
      '',
      'user',
      '@example.com',
      'user@',
      'user@host',
      'a@b@example.com',
      'us er@example.com',
      'user@-a.com',
      7,
    ],
  },
  AWSPhone: {
    valid: ['+12065550100', '+1 206-555-0100', '(206) 555-0100', '2065550100', '+441632960961'],
    invalid: ['', '1110004444', '555-0100', '+0123456789', '+1234567890123456', 'phone', 2065550100],
  },
  AWSURL: {
    valid: ['https://www.amazon.com/', 'http://localhost:8000/a?b=c#d', 'mailto:example@example.com', 'ftp://x.y/z'],
    invalid: ['', 'www.amazon.com', '//www.amazon.com', 'https://a.b/c//d', 'https://', 'https://a b', 7],
  },
  AWSIPAddress: {
    valid: ['127.0.0.1', '123.12.34.56/16', '::1', '1a2b:3c4b::1234:4567', '::/0', '1a2b::/128'],
    invalid: [
      '',
      '256.0.0.1',
      '127.0.0',
      '127.0.0.1/33',
      '::1/129',
      '[::1]',
      '127.0.0.1/',
      '127.0.0.1/8/8',
      '::1%eth0',
      1,
    ],
  },
} as const;

const scalarOf = (name: string) => {
  const scalar = awsScalars.get(name);
  if (!scalar) throw new Error(`no scalar ${name}`);
  return scalar;
};

describe.each(Object.entries(rows))('%s', (name, { valid, invalid }) => {
  it.each(valid.map((value) => [value]))('takes and gives %j', (value) => {
    expect(scalarOf(name).parse(value)).toBe(value);
    expect(scalarOf(name).serialize(value)).toBe(value);
  });

  it.each(invalid.map((value) => [value]))('refuses %j both ways', (value) => {
    expect(() => scalarOf(name).parse(value)).toThrow(InvalidScalar);
    expect(() => scalarOf(name).serialize(value)).toThrow(InvalidScalar);
  });
});

describe('AWSJSON', () => {
  const { parse, serialize } = scalarOf('AWSJSON');

  it.each([
    ['{"a":[1,null]}', { a: [1, null] }],
    ['"text"', 'text'],
    ['null', null],
    ['1', 1],
  ])('is the text %s outside and its value inside', (text, value) => {
    expect(parse(text)).toEqual(value);
    expect(serialize(value)).toBe(text);
  });

  it.each([['{'], [''], ['undefined'], [{ a: 1 }], [7]])('refuses %j from a client', (value) => {
    expect(() => parse(value)).toThrow(InvalidScalar);
  });
});

describe('AWSTimestamp', () => {
  it('takes digits from a resolver, but not from a client', () => {
    expect(scalarOf('AWSTimestamp').serialize('1763798400')).toBe(1763798400);
    expect(() => scalarOf('AWSTimestamp').parse('1763798400')).toThrow(InvalidScalar);
  });
});

describe('a refusal', () => {
  it('shows the value, but no more of it than needed', () => {
    expect(() => scalarOf('AWSDate').parse('x'.repeat(5_000))).toThrow(/^Unable to parse `x{1000}` as a valid date\.$/);
  });

  // https://github.com/aws-amplify/amplify-android/issues/590 quotes AppSync.
  it('shows an object as Java does', () => {
    const value = { offsetDateTime: { dateTime: { date: { day: 19, month: 6 }, zones: ['Z', null] } } };
    const shown = '`{offsetDateTime={dateTime={date={day=19, month=6}, zones=[Z, null]}}}`';

    expect(() => scalarOf('AWSDateTime').parse(value)).toThrow(`Unable to parse ${shown} as a valid DateTime Object.`);
    expect(() => scalarOf('AWSJSON').parse(value)).toThrow(`Unable to parse ${shown.slice(1, -1)} as valid JSON.`);
    expect(() => scalarOf('AWSDate').serialize(value)).toThrow(`Unable to serialize ${shown} as a valid date.`);
  });
});
