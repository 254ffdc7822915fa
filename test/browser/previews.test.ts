import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { film, printed, tone } from './makeMedia';
import { keepPicture } from './openStory';
import { signIn, signUp } from './people';
import { picture, rows, upload } from './someFiles';
import { useStory } from './useStory';

const story = useStory();

const open = async (page: Page, name: string): Promise<Locator> => {
  await page.getByRole('button', { name, exact: true }).click();
  return page.getByRole('dialog');
};

/** A fact that the browser has determined: `duration` of a video, `naturalWidth` of an image. */
const factOf = async (page: Page, element: string, fact: string): Promise<number> =>
  Number(await page.evaluate(`document.querySelector('.preview ${element}')?.${fact}`));

/** Waits until a URL that is signed anew has another time in it. */
const nextSecond = (): Promise<void> => setTimeout(1_000 - (Date.now() % 1_000));

describe('A preview of a real file', () => {
  beforeAll(async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'media@example.com');
    await upload(page, [
      { name: 'film.webm', mimeType: 'video/webm', buffer: await film(page) },
      { name: 'tone.wav', mimeType: 'audio/wav', buffer: tone() },
      { name: 'letter.pdf', mimeType: 'application/pdf', buffer: await printed(page, '<h1>A letter</h1>') },
      { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await picture(page, '#2b5876, #ffd89b') },
      { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('A note.') },
      { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') },
    ]);
    await rows(page).nth(5).waitFor({ timeout: 20_000 });
  });

  it('plays a film and a sound', async () => {
    const page = await story().openWindow();
    await signIn(page, 'media@example.com');

    await open(page, 'film.webm');
    await expect.poll(() => factOf(page, 'video', 'videoWidth'), { timeout: 10_000 }).toBe(160);
    await keepPicture(page, 'preview-of-film');
    await page.keyboard.press('Escape');
    await open(page, 'tone.wav');

    await expect.poll(() => factOf(page, 'audio', 'duration'), { timeout: 10_000 }).toBeCloseTo(1);
  });

  it('goes on with a new URL when the first has expired', async () => {
    const page = await story().openWindow();
    await signIn(page, 'media@example.com');
    await open(page, 'tone.wav');
    await expect.poll(() => factOf(page, 'audio', 'duration'), { timeout: 10_000 }).toBeCloseTo(1);
    const first: string = await page.evaluate('document.querySelector(".preview audio").src');

    await page.route(
      ({ href }) => href === first,
      async (route) => {
        await nextSecond(); // so that the next URL differs
        await route.fulfill({ status: 403, body: 'Request has expired' });
      },
    );
    await page.clock.setSystemTime(Date.now() + 6 * 60_000);
    await page.evaluate('document.querySelector(".preview audio").load()');

    await expect
      .poll(() => page.evaluate('document.querySelector(".preview audio")?.src'), { timeout: 10_000 })
      .not.toBe(first);
    await expect.poll(() => factOf(page, 'audio', 'duration'), { timeout: 10_000 }).toBeCloseTo(1);
  });

  it('shows a picture in full, and says of what it cannot show that it cannot', async () => {
    const page = await story().openWindow();
    await signIn(page, 'media@example.com');

    const { s3 } = story().twin.endpoints;
    const asked = page.waitForRequest((request) => request.url().startsWith(s3) && request.resourceType() === 'image');
    await open(page, 'photo.jpg');
    await expect.poll(() => factOf(page, 'img', 'naturalWidth'), { timeout: 10_000 }).toBe(640);
    // The cached response also serves the thumbnail; S3 sends CORS headers only in response to a CORS request.
    expect(await (await asked).headerValue('origin')).toBe(new URL(page.url()).origin);
    await page.keyboard.press('Escape');
    const broken = await open(page, 'broken.png');

    await broken.getByText('This file cannot be shown here.').waitFor();
    await broken.getByRole('button', { name: 'Download' }).last().waitFor();
    await broken.locator('img').waitFor({ state: 'detached' });
  });

  it('asks once for the URL of what it cannot show, even if the clock of the device is wrong', async () => {
    const page = await story().openWindow();
    await signIn(page, 'media@example.com');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('GetDownloadUrl')) asked.push(request.url());
    });
    await page.route(`${story().twin.endpoints.s3}/**`, async (route) => {
      await nextSecond();
      await route.fallback();
    });
    await page.clock.setSystemTime(Date.now() + 10 * 60_000);

    const broken = await open(page, 'broken.png');
    await broken.locator('.empty').waitFor({ timeout: 10_000 });

    expect(asked).toHaveLength(1);
  });

  it('gives a PDF to the browser, from the storage and not from the page', async () => {
    const page = await story().openWindow();
    await signIn(page, 'media@example.com');
    const answer = page.waitForResponse((response) => response.request().resourceType() === 'document');

    const dialog = await open(page, 'letter.pdf');
    const frame = dialog.locator('iframe[title="letter.pdf"]');
    await frame.waitFor();

    const { status, origin, disposition } = await answer.then((response) => ({
      status: response.status(),
      origin: new URL(response.url()).origin,
      disposition: response.headers()['content-disposition'],
    }));
    expect(status).toBe(200);
    expect(origin).toBe(story().twin.endpoints.s3);
    expect(disposition).toMatch(/^inline/);
    await keepPicture(page, 'preview-of-pdf');
  });

  it.each([
    ['letter.pdf', 'iframe'],
    ['note.txt', 'pre'],
  ])('of %s shows nothing of a refusal by storage, and tries again', async (name, content) => {
    const page = await story().openWindow();
    await signIn(page, 'media@example.com');
    const storage = `${story().twin.endpoints.s3}/**`;
    await page.route(storage, (route) =>
      route.fulfill({ status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }),
    );

    const preview = await open(page, name);
    await preview.getByRole('alert').getByText('Something went wrong.').waitFor();
    expect(await preview.locator(content).count()).toBe(0);
    await page.unroute(storage);
    await preview.getByRole('button', { name: 'Try again' }).click();

    await preview.locator(content).waitFor();
  });

  it.each([
    ['letter.pdf', 'iframe'],
    ['note.txt', 'pre'],
  ])('of %s stays as it is when its URL has expired and the user comes back to the window', async (name, content) => {
    const page = await story().openWindow();
    await signIn(page, 'media@example.com');
    const preview = await open(page, name);
    await preview.locator(content).waitFor();
    const asked: string[] = [];
    await page.route(`${story().twin.endpoints.s3}/**`, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ status: 403, body: 'Request has expired' });
    });
    await page.clock.setSystemTime(Date.now() + 10 * 60_000);
    const listed = page.waitForResponse((response) => response.request().postData()?.includes('MyFiles') === true);

    await page.evaluate('document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))');
    await listed;

    expect(asked).toEqual([]);
    await preview.locator(content).waitFor();
  });

  it('of a text shows no empty page while its bytes are on their way', async () => {
    const page = await story().openWindow();
    await signIn(page, 'media@example.com');
    const asked = page.waitForRequest(`${story().twin.endpoints.s3}/**`);
    await page.route(`${story().twin.endpoints.s3}/**`, () => undefined);

    const preview = await open(page, 'note.txt');
    await asked;

    expect(await preview.locator('pre').count()).toBe(0);
  });

  it('of a PDF tries again with a new URL when the first has expired meanwhile', async () => {
    const page = await story().openWindow();
    await signIn(page, 'media@example.com');
    const expired = new Set<string>();
    await page.route(`${story().twin.endpoints.s3}/**`, async (route) => {
      const url = route.request().url();
      if (!route.request().headers()['range'] || (expired.size > 0 && !expired.has(url))) return route.fallback();
      expired.add(url);
      await nextSecond(); // so that the next URL differs
      return route.fulfill({ status: 403, body: 'Request has expired' });
    });
    const preview = await open(page, 'letter.pdf');
    await preview.getByRole('alert').waitFor();
    await page.clock.setSystemTime(Date.now() + 6 * 60_000);

    await preview.getByRole('button', { name: 'Try again' }).click();

    await preview.locator('iframe').waitFor();
  });

  it('gives the focus back to the file that it showed last', async () => {
    const page = await story().openWindow();
    await signIn(page, 'media@example.com');
    await rows(page).nth(5).waitFor();
    const [first = '', second = ''] = await rows(page).locator('.file').allInnerTexts();

    await (await open(page, first)).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('dialog', { name: second }).waitFor();
    await page.keyboard.press('Escape');

    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(second);
  });

  it('leaves the focus beside the file that was deleted in it', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'reader@example.com');
    await upload(
      page,
      ['a.txt', 'b.txt', 'c.txt'].map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })),
    );
    await rows(page).nth(2).waitFor();
    const [first = '', second = '', third = ''] = await rows(page).locator('.file').allInnerTexts();

    await (await open(page, first)).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('dialog', { name: second }).getByRole('button', { name: 'Move to trash' }).click();

    await expect.poll(() => rows(page).count()).toBe(2);
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(third);
  });

  it('says where it is seen that a file cannot be downloaded', async () => {
    const page = await story().openWindow();
    await signIn(page, 'media@example.com');
    const preview = await open(page, 'photo.jpg');
    await expect.poll(() => factOf(page, 'img', 'naturalWidth')).toBe(640);
    await page.route('**/graphql', (route) => route.abort());

    await preview.getByRole('button', { name: 'Download' }).click();

    const toast = preview.getByRole('status').filter({ hasText: 'No connection.' });
    await toast.getByRole('button', { name: 'Close' }).click();
    await toast.waitFor({ state: 'detached' });
    await preview.waitFor();
  });
});
