import { describe, expect, it } from 'vitest';
import { shorten } from '../../web/words/shorten';

describe('A name in a sentence', () => {
  it.each([
    ['Budget 2026.xlsx', 'Budget 2026.xlsx'],
    [`${'n'.repeat(44)}.pdf`, `${'n'.repeat(44)}.pdf`],
    [`${'n'.repeat(45)}.pdf`, `${'n'.repeat(31)}…${'n'.repeat(12)}.pdf`],
    [
      'Minutes of the meeting in which nobody said anything at all.txt',
      'Minutes of the meeting in which…thing at all.txt',
    ],
    [`${'🌻'.repeat(60)}.jpg`, `${'🌻'.repeat(31)}…${'🌻'.repeat(12)}.jpg`],
  ])('%s is said as %s', (name, said) => {
    expect(shorten(name)).toBe(said);
  });
});
