import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { writeManyFiles } from './manyFiles';
import { signUp } from './people';
import { choose, row, someFiles, upload } from './someFiles';
import { userIdOf } from './userIdOf';
import { useStory } from './useStory';

const story = useStory();

/** Never answers the requests whose body has this text, until it ends; those from before stay unanswered. */
const silence = async (page: Page, text: string) => {
  const state = { asked: 0, hasEnded: false };
  await page.route('**/graphql', (route) => {
    if (state.hasEnded || !route.request().postData()?.includes(text)) return route.fallback();
    state.asked += 1;
    return undefined;
  });
  return { asked: () => state.asked, end: () => void (state.hasEnded = true) };
};

describe('A request that is never answered', () => {
  it('does not keep the outline of a list for ever: the page says that it takes long, and asks again', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'early@example.com');
    await upload(page, await someFiles({ 'a.txt': 1 }));
    await row(page, 'a.txt').waitFor();
    const silent = await silence(page, 'query MyFiles');
    await page.clock.install();
    await page.reload();
    await expect.poll(silent.asked).toBeGreaterThan(0);

    await page.clock.fastForward(10_000);
    await page.getByRole('alert').getByText('This takes longer than usual.').waitFor();
    silent.end();
    await page.getByRole('button', { name: 'Try again' }).click();

    await row(page, 'a.txt').waitFor();
  });

  it('leaves a list of which nobody is told that it holds no files', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'listener@example.com');
    await page.routeWebSocket(/./, () => undefined); // once events arrive, the list would be read again
    const silent = await silence(page, 'query MyFiles');
    await page.clock.install();
    await page.reload();
    await expect.poll(silent.asked).toBeGreaterThan(0);

    await page.clock.fastForward(40_000);
    await page.getByRole('alert').getByText('The server does not answer. Try again.').waitFor();

    expect(await page.locator('.files > [role=status]').innerText()).toBe('');
  });

  it('fails in the end', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'waiter@example.com');
    await upload(page, await someFiles({ 'a.txt': 1 }));
    await row(page, 'a.txt').waitFor();
    await page.clock.install();
    const silent = await silence(page, 'mutation UpdateFile');

    await choose(page, 'a.txt', 'Rename');
    await page.getByLabel('New name of a.txt').fill('renamed.txt');
    await page.keyboard.press('Enter');
    await expect.poll(silent.asked).toBe(1);
    await page.clock.fastForward(40_000);

    await page.getByText('The server does not answer. Try again.').waitFor();
    await row(page, 'a.txt').waitFor();
  });

  it('holds up an upload, which goes on by itself', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'sender@example.com');
    await page.clock.install();
    const silent = await silence(page, 'getUploadUrl');

    await upload(page, await someFiles({ 'a.txt': 1 }));
    await expect.poll(silent.asked).toBe(1);
    silent.end();
    await page.clock.fastForward(40_000);

    await row(page, 'a.txt').waitFor();
  });

  it('for the next page of a list can be repeated', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'further@example.com');
    await writeManyFiles(story().twin, await userIdOf(page), 150);
    await page.routeWebSocket(/./, () => undefined); // events of these files would trigger more reads of the list
    await page.reload();
    await row(page, 'Document 00149.pdf').waitFor();
    await page.clock.install();
    const silent = await silence(page, '"nextToken":"');

    await page.evaluate('document.querySelector(".rows").scrollTop = 1e9');
    await expect.poll(silent.asked).toBe(1);
    await page.clock.fastForward(40_000);
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    silent.end();
    await again.click();

    await page.getByText('150', { exact: true }).waitFor();
    expect(silent.asked()).toBe(1);
  });
});
