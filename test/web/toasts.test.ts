import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createToasts } from '../../web/shell/toasts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('A toast', () => {
  it('goes by itself, unless it offers the way out of a problem', () => {
    const toasts = createToasts();
    const action = { label: 'Try again', run: () => undefined };

    toasts.say('Done.', { action });
    toasts.say('Refused.', { isProblem: true });
    toasts.say('The next page could not be read.', { isProblem: true, action });
    vi.advanceTimersByTime(60_000);

    expect(toasts.list().map(({ text }) => text)).toEqual(['The next page could not be read.']);
  });

  it('makes room for another, but not one that offers the way out of a problem', () => {
    const toasts = createToasts();

    toasts.say('The next page could not be read.', {
      isProblem: true,
      action: { label: 'Again', run: () => undefined },
    });
    for (const text of ['one', 'two', 'three']) toasts.say(text);

    expect(toasts.list().map(({ text }) => text)).toEqual(['The next page could not be read.', 'two', 'three']);
  });
});
