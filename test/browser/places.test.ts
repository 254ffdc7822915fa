import type { Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { signOut, signUp } from './people';
import { row, someFiles, upload } from './someFiles';
import { useStory } from './useStory';

const story = useStory();

it('The title of the window says which place it shows', async () => {
  const page = await story().openWindow();
  await signUp(page, story().twin, 'title@example.com');
  await expect.poll(() => page.title()).toBe('Files – MyFiles');

  await page.getByRole('link', { name: 'Trash' }).click();
  await expect.poll(() => page.title()).toBe('Trash – MyFiles');
  await signOut(page);

  await expect.poll(() => page.title()).toBe('MyFiles');
});

it('A list that is no longer what was asked for looks pale until the new one is there', async () => {
  const page = await story().openWindow();
  await signUp(page, story().twin, 'pale@example.com');
  await upload(page, await someFiles({ 'a.txt': 1, 'b.txt': 2 }));
  await row(page, 'b.txt').waitFor();
  const opacity = (): Promise<string> => page.evaluate('getComputedStyle(document.querySelector(".rows")).opacity');
  expect(await opacity()).toBe('1');
  const held: Route[] = [];
  const hold = (route: Route): number => held.push(route);
  await page.route('**/graphql', hold);

  await page.getByLabel('Search by the beginning of a name').fill('b');
  await expect.poll(opacity).toBe('0.5');
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await page.unroute('**/graphql', hold); // they go on

  await row(page, 'a.txt').waitFor({ state: 'detached' });
  await expect.poll(opacity).toBe('1');
});
