import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { networkOf } from './network';
import { keepPicture } from './openStory';
import { signUp } from './people';
import { rows, someFiles, upload, uploads } from './someFiles';
import { useStory } from './useStory';

const story = useStory();

const boxOf = async (element: Locator) => {
  const { x = 0, y = 0, width = 0, height = 0 } = (await element.boundingBox()) ?? {};
  return { left: x, top: y, right: x + width, bottom: y + height };
};

/** Whether one element covers a part of another. */
const isOver = async (one: Locator, other: Locator): Promise<boolean> => {
  const [a, b] = [await boxOf(one), await boxOf(other)];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
};

/** The smallest phone, upright and on its side. */
const small = [
  [320, 480],
  [568, 320],
] as const;

const text = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });

it('A toast covers no upload, however small the window is', async () => {
  const page = await story().openWindow();
  await signUp(page, story().twin, 'toast@example.com');
  await upload(page, ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'].map(text));
  await expect.poll(() => uploads(page, 'done').getByText('Done', { exact: true }).count()).toBe(5); // for who sees no tick
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000); // the toast stays
  await rows(page).first().getByRole('button').first().press('Delete');
  const toast = page.locator('.toast');
  await toast.waitFor();

  const covered: string[] = [];
  for (const [width, height] of [...[1280, 1024, 800, 768, 390, 320].map((wide) => [wide, 600] as const), ...small]) {
    await page.setViewportSize({ width, height });
    if (await isOver(toast, page.locator('.uploads'))) covered.push(`${width} × ${height}`);
    if (await isOver(toast, page.locator('.header'))) covered.push(`the header of ${width} × ${height}`);
    await keepPicture(page, `toast-and-uploads-${width}-${height}`);
  }

  expect(await toast.count()).toBe(1);
  expect(covered).toEqual([]);
});

it.each([
  [1280, 400],
  [390, 600],
])('The last row can be reached during an upload, in a window of %d by %d pixels', async (width, height) => {
  const page = await story().openWindow({ viewport: { width, height } });
  await signUp(page, story().twin, `last-row-${width}@example.com`);
  await upload(
    page,
    Array.from({ length: 9 }, (_, index) => text(`${index}.txt`)),
  );
  await expect.poll(() => rows(page).count()).toBe(9);
  await (await networkOf(page)).slow(1024 ** 2);
  await upload(page, await someFiles({ 'slow.mov': 30 * 1024 ** 2 }));
  await uploads(page, 'sending').waitFor();
  await page.getByRole('button', { name: 'Hide uploads' }).click();

  await page.evaluate('document.querySelector(".rows").scrollTop = 1e9');

  await keepPicture(page, `last-row-${width}`);
  expect(await isOver(rows(page).last(), page.locator('.uploads'))).toBe(false);
});
