import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signUp } from './people';
import { row, rows, someFiles, upload, uploads } from './someFiles';
import { useStory } from './useStory';

const story = useStory();

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent');

describe('A selection', () => {
  it('of all files can be made on a phone, where there is no column to click', async () => {
    const page = await story().openWindow({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
    await signUp(page, story().twin, 'thumbs@example.com');
    await upload(page, await someFiles({ 'a.txt': 1, 'b.txt': 2, 'c.txt': 3 }));
    await expect.poll(() => uploads(page, 'done').count()).toBe(3);
    await page.getByRole('button', { name: 'Clear the list' }).click();

    await page.getByRole('checkbox', { name: 'Select b.txt' }).click();
    await page.getByRole('button', { name: 'Select all' }).click();

    await page.getByRole('heading', { name: '3 files selected' }).waitFor();
    expect(await page.getByRole('button', { name: 'Select all' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Move to trash' }).click();
    await page.getByRole('link', { name: 'Trash' }).click();
    await row(page, 'b.txt').getByText('· until ').waitFor(); // and what a column says elsewhere stands under the name
  });

  it('is made and cleared by keyboard, and leaves the focus in the list', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'keys@example.com');
    await upload(page, await someFiles({ 'a.txt': 1, 'b.txt': 2, 'c.txt': 3 }));
    await expect.poll(() => uploads(page, 'done').count()).toBe(3);
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await expect.poll(() => rows(page).first().innerText()).toContain('a.txt');

    await page.getByRole('button', { name: 'a.txt', exact: true }).focus();
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('c.txt');
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe('a.txt');
    await page.keyboard.press('ControlOrMeta+a');
    await page.getByRole('heading', { name: '3 files selected' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Files', exact: true }).waitFor();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Move to trash' }).press('Enter');
    await row(page, 'a.txt').waitFor({ state: 'detached' });

    await expect.poll(() => focused(page)).toBe('b.txt');
  });
});
