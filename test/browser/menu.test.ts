import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { signUp } from './people';
import { useStory } from './useStory';

const story = useStory();

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent');

it('A menu opens by an arrow key, which goes on in it, as do Home and End', async () => {
  const page = await story().openWindow();
  await signUp(page, story().twin, 'menu@example.com');
  const opener = page.getByRole('button', { name: 'Account' });

  await opener.press('ArrowDown');
  await expect.poll(() => focused(page)).toBe('Two-step sign-in');
  await page.keyboard.press('End');
  expect(await focused(page)).toBe('Sign out');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('Two-step sign-in');
  await page.keyboard.press('Escape');
  await opener.press('ArrowUp');
  await expect.poll(() => focused(page)).toBe('Sign out');
  await page.keyboard.press('Home');
  expect(await focused(page)).toBe('Two-step sign-in');
});
