import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { checkFit } from './checkFit';
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

it('A name has the most room of its row on a tablet, too', async () => {
  const page = await story().openWindow({ viewport: { width: 820, height: 1180 }, hasTouch: true });
  await signUp(page, story().twin, 'tablet@example.com');
  await upload(page, { name: english, mimeType: 'text/plain', buffer: Buffer.from('text') });
  await rows(page).first().waitFor();

  const [all, name] = await Promise.all([
    rows(page).first().boundingBox(),
    rows(page).first().locator('.file').boundingBox(),
  ]);

  expect((name?.width ?? 0) / (all?.width ?? 1)).toBeGreaterThan(0.5);
  await rows(page).first().getByRole('checkbox').click();
  await page.getByRole('heading', { name: '1 file selected' }).waitFor();
  expect(await checkFit(page)).toEqual([]);
});

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
