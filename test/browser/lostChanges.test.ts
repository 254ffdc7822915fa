import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { signUp } from './people';
import { choose, row, someFiles, upload } from './someFiles';
import { useStory } from './useStory';

const story = useStory();

it.each([
  [
    'rename',
    async (page: Page) => {
      await choose(page, 'a.txt', 'Rename');
      await page.getByLabel('New name of a.txt').fill('renamed.txt');
      await page.keyboard.press('Enter');
    },
  ],
  ['deletion', (page: Page) => choose(page, 'a.txt', 'Move to trash')],
])('A file is shown as it is when a %s of it does not get through', async (change, make) => {
  const page = await story().openWindow();
  await signUp(page, story().twin, `unheard-${change}@example.com`);
  await upload(page, await someFiles({ 'a.txt': 1 }));
  await row(page, 'a.txt').waitFor();
  await page.route('**/graphql', (route) => route.abort());

  await make(page);
  await page.getByText('No connection.').waitFor();

  await row(page, 'a.txt').waitFor();
});
