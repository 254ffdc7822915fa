import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { keepPicture } from './openStory';
import { signUp } from './people';
import { rows, upload, uploads } from './someFiles';
import { useStory } from './useStory';

const story = useStory();

const hebrew = `${'תמונה של הים בשקיעה '.repeat(11)}סוף.txt`;
const english = `${'A picture of the sea '.repeat(11)}end.txt`;

/** How far the first letter of a name lies outside the box that shows it, in pixels. */
const firstLetterOutside = (page: Page, selector: string): Promise<number[]> =>
  page.evaluate(`[...document.querySelectorAll('${selector}')].map((element) => {
    const letter = new Range();
    letter.setStart(element.firstChild, 0);
    letter.setEnd(element.firstChild, 1);
    const [shown, first] = [element.getBoundingClientRect(), letter.getBoundingClientRect()];
    return Math.round(Math.max(0, shown.left - first.left, first.right - shown.right));
  })`);

it.each([1280, 390])('A long name shows its beginning, whichever way it is read, at %d pixels', async (width) => {
  const page = await story().openWindow({ viewport: { width, height: 800 } });
  await signUp(page, story().twin, `names-${width}@example.com`);

  await upload(
    page,
    [hebrew, english, 'סוף.txt'].map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })),
  );
  await expect.poll(() => rows(page).count()).toBe(3);
  await expect.poll(() => uploads(page, 'done').count()).toBe(3);
  await keepPicture(page, `names-${width}`);

  expect(await firstLetterOutside(page, '.file, .upload .title')).toEqual([0, 0, 0, 0, 0, 0]);
  await page.getByRole('button', { name: hebrew.trim(), exact: true }).press('Enter');
  await page.locator('.preview h2').waitFor();
  await keepPicture(page, `names-${width}-preview`);
  expect(await firstLetterOutside(page, '.preview h2')).toEqual([0]);
});
