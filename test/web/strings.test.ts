import { describe, expect, it } from 'vitest';
import { strings } from '../../web/words/strings';

describe('The question before a deletion for good', () => {
  it.each([
    [1, 'Delete 1 file for good?', 'You cannot restore it afterwards.'],
    [2, 'Delete 2 files for good?', 'You cannot restore them afterwards.'],
  ])('speaks of %d in its number', (count, title, text) => {
    expect(strings.deleteForGoodTitle(count)).toBe(title);
    expect(strings.deleteForGoodText(count)).toBe(text);
  });
});
