import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { checkAccess } from './checkAccess';
import { checkFit } from './checkFit';
import { keepPicture } from './openStory';
import { goodPassword, signUp } from './people';
import { choose, picture, row, rows, upload, uploads } from './someFiles';
import { useStory } from './useStory';

const story = useStory();

const devices: Readonly<Record<string, BrowserContextOptions>> = {
  desk: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  // What is left of 1280 px at 400 %, and the smallest phone: https://www.w3.org/WAI/WCAG22/Understanding/reflow
  narrow: { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
};

const longName = `Minutes ${'that go on and on '.repeat(12)}without end.txt`;
const unbrokenName = `${'n'.repeat(241)}.zip`;

/** The number of columns that elements are laid out in, by their centres. */
const columnsOf = async (elements: Locator): Promise<number> => {
  const boxes = await Promise.all((await elements.all()).map((element) => element.boundingBox()));
  return new Set(boxes.map((box) => box && Math.round(box.x + box.width / 2))).size;
};

describe.each(Object.entries(devices))('On a %s', (device, options) => {
  const found: string[] = [];
  const look = async (page: Page, view: string): Promise<void> => {
    await page.mouse.move(0, 0);
    await keepPicture(page, `${device}-${view}`);
    const lines = [...(await checkAccess(page)), ...(await checkFit(page))];
    found.push(...lines.map((line) => `${view}: ${line}`));
  };

  it('axe finds nothing wrong with any view, each fits into its window, and the policy refuses nothing', async () => {
    const page = await story().openWindow(options);
    await page.getByLabel('E-mail address').waitFor();
    await look(page, 'sign-in');
    await page.getByLabel('E-mail address').fill('nobody@example.com');
    await page.getByLabel('Password', { exact: true }).fill(goodPassword);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('Incorrect username or password.').waitFor();
    await look(page, 'refused');
    await page.getByRole('tab', { name: 'Create Account' }).click();
    await look(page, 'sign-up');
    await page.getByRole('tab', { name: 'Sign In' }).click();
    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await page.getByRole('button', { name: 'Send code' }).waitFor();
    await look(page, 'forgot-password');
    await page.getByRole('button', { name: 'Back to Sign In' }).click();
    await signUp(page, story().twin, `${device}@example.com`);
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
    await look(page, 'empty');
    expect(await columnsOf(page.locator('.empty > *'))).toBe(1);

    const text = (name: string, mimeType: string) => ({ name, mimeType, buffer: Buffer.from('Hello.\n'.repeat(300)) });
    await upload(page, [text(longName, 'text/plain'), text(unbrokenName, 'application/zip')]);
    await expect.poll(() => uploads(page, 'done').count(), { timeout: 30_000 }).toBe(2);
    await look(page, 'uploads');
    await upload(page, [
      text('Notes from the workshop.txt', 'text/plain'),
      text('Invoice 2026-11.pdf', 'application/pdf'),
      text('archive.zip', 'application/zip'),
      { name: 'Sunrise.jpg', mimeType: 'image/jpeg', buffer: await picture(page, '#2b5876, #ff9a5a, #ffd89b') },
      text('empty', ''),
    ]);
    await expect.poll(() => uploads(page, 'done').count(), { timeout: 30_000 }).toBe(7);
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await page.locator('.uploads').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.thumbnail img').count()).toBe(1);
    await look(page, 'list');
    await page.getByRole('checkbox', { name: 'Select archive.zip' }).click();
    await look(page, 'selection');
    await page.getByRole('button', { name: 'Clear the selection' }).click();
    await page.getByRole('button', { name: 'Actions for archive.zip' }).click();
    await look(page, 'menu');
    await page.keyboard.press('Escape');
    await choose(page, 'archive.zip', 'Rename');
    await look(page, 'rename');
    await page.keyboard.press('Escape');
    const previews = {
      'Sunrise.jpg': 'picture',
      'Notes from the workshop.txt': 'text',
      [longName]: 'long-name',
      [unbrokenName]: 'unbroken-name',
    };
    for (const [name, view] of Object.entries(previews)) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator('.preview .stage > *').first().waitFor();
      await look(page, `preview-${view}`);
      await page.keyboard.press('Escape');
    }
    await choose(page, unbrokenName, 'Move to trash');
    await page.getByText('is in the trash.').waitFor(); // the list has moved up
    await choose(page, 'archive.zip', 'Move to trash');
    await page.getByText('“archive.zip” is in the trash.').waitFor();
    await look(page, 'toasts');
    await page.getByRole('link', { name: 'Trash' }).click();
    await row(page, 'archive.zip').waitFor();
    await look(page, 'trash');
    await choose(page, 'archive.zip', 'Delete for good');
    await look(page, 'confirm');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('checkbox', { name: 'Select archive.zip' }).click();
    await look(page, 'trash-selection');
    await page.getByRole('button', { name: 'Clear the selection' }).click();
    await page.getByLabel('Search by the beginning of a name').fill('nothing like it');
    await page.getByRole('heading', { name: 'No file matches' }).waitFor();
    await look(page, 'no-match');
    await page.getByRole('button', { name: 'Account' }).click();
    await look(page, 'account');
    await page.getByRole('menuitem', { name: 'Two-step sign-in' }).click();
    await page.getByRole('img', { name: 'QR code for an authenticator app' }).waitFor();
    await look(page, 'second-factor');

    expect(found).toEqual([]);
    expect(story().complaints).toEqual([]);
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toMatch(/eyJ/);
  }, 120_000);

  it('can be worked by keyboard alone', async () => {
    const page = await story().openWindow(options);
    await signUp(page, story().twin, `${device}-keys@example.com`);
    const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
    await upload(page, [file('a.txt'), file('b.txt')]);
    await expect.poll(() => rows(page).count()).toBe(2);
    await rows(page).first().getByRole('button').first().focus();

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F2');
    await page.keyboard.type('renamed');
    await page.keyboard.press('Enter');
    await row(page, 'renamed.txt').waitFor();
    await page.keyboard.press('Delete');
    await row(page, 'renamed.txt').waitFor({ state: 'detached' });
    await page.keyboard.press('Delete');
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
    await page.getByRole('link', { name: 'Trash' }).press('Enter');
    await rows(page).nth(1).getByRole('button').first().focus();
    for (const left of [1, 0]) {
      await page.keyboard.press('Delete');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => rows(page).count()).toBe(left);
    }

    await page.getByRole('heading', { name: 'The trash is empty' }).waitFor();
  });
});

describe('On a phone on its side', () => {
  it('everything beside the list can be reached', async () => {
    const page = await story().openWindow({ viewport: { width: 800, height: 360 }, hasTouch: true, isMobile: true });
    await signUp(page, story().twin, 'aside@example.com');
    await page.getByText(' used').waitFor();

    expect(await checkFit(page)).toEqual([]);
  });
});

describe('For who sees their own colours instead of ours', () => {
  it('the current tab and place, a toast and a bar are drawn with lines', async () => {
    const page = await story().openWindow({ forcedColors: 'active' });
    const framesOf = (selector: string): Promise<string[]> =>
      page.evaluate(`[...document.querySelectorAll('${selector}')].map((it) => getComputedStyle(it).borderStyle)`);
    await page.getByLabel('E-mail address').waitFor();
    expect(await framesOf('[role=tab]')).toEqual(['solid', 'none']);
    await signUp(page, story().twin, 'contrast@example.com');
    await upload(page, { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
    await choose(page, 'a.txt', 'Move to trash');
    await page.getByText('“a.txt” is in the trash.').waitFor();

    expect(await framesOf('.places li a')).toEqual(['solid', 'none']);
    expect(await framesOf('.toast, .usage .bar')).toEqual(['solid', 'solid']);
    await keepPicture(page, 'own-colours');
  });
});

describe('For who asked for less motion', () => {
  it('nothing goes on moving, not even while the list is on its way', async () => {
    const page = await story().openWindow({ reducedMotion: 'reduce' });
    await signUp(page, story().twin, 'calm@example.com');
    await page.route(story().twin.endpoints.graphql, () => undefined); // no response arrives
    await page.reload();

    await page.locator('.skeleton').waitFor();

    await expect.poll(() => page.evaluate('document.getAnimations().length')).toBe(0);
  });
});
