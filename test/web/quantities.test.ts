import { describe, expect, it } from 'vitest';
import { formatBytes, formatInstant, formatSeconds } from '../../web/words/quantities';

describe('Quantities in words', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1023, '1,023 bytes'],
    [1024, '1 KB'],
    [1536, '1.5 KB'],
    [30 * 1024 ** 2, '30 MB'],
    [100 * 1024 ** 3, '100 GB'],
    [5 * 1024 ** 4, '5 TB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });

  it.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [125, '2 min 5 s'],
    [3_725, '1 h 2 min'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(formatSeconds(seconds)).toBe(words);
  });

  it('says a moment of today as a time, and of another year with the year', () => {
    const now = new Date('2026-11-25T12:00:00Z');

    const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
    const early = new Date(new Date(now).setHours(9, 5));
    expect(formatInstant(early.toISOString(), now)).toBe(time.format(early));
    expect(formatInstant('2025-03-01T12:00:00Z', now)).toContain('2025');
    expect(formatInstant('2026-03-01T12:00:00Z', now)).not.toContain('2026');
  });
});
