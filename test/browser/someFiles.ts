import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** Writes files with these bytes, or so many random ones; they are removed after the test. Returns their paths. */
export const someFiles = async (contents: Readonly<Record<string, number | Buffer>>): Promise<string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-story-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const names = Object.entries(contents).map(async ([name, content]) => {
    const path = join(folder, name);
    await writeFile(path, typeof content === 'number' ? randomBytes(content) : content);
    return path;
  });
  return Promise.all(names);
};

/** Chooses files in the page's dialog. */
export const upload = (page: Page, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> =>
  page.locator('.places input[type=file][multiple]').setInputFiles(files);

/** The panel's uploads, or those in one state. */
export const uploads = (page: Page, state?: string): Locator =>
  page.locator(`.uploads li.upload${state === undefined ? '' : `[data-state="${state}"]`}`);

/** The rows of the list. */
export const rows = (page: Page): Locator => page.locator('.rows [role=row]');

/** The row of one file. */
export const row = (page: Page, name: string): Locator => rows(page).filter({ hasText: name });

/** Chooses an action from a row's menu. */
export const choose = async (page: Page, name: string, action: string): Promise<void> => {
  const opener = page.getByRole('button', { name: `Actions for ${name}` });
  await opener.scrollIntoViewIfNeeded(); // first, as scrolling closes a menu
  await opener.click();
  await page.getByRole('menuitem', { name: action }).click();
};

/** A picture in bright colours. */
export const picture = async (page: Page, colours: string): Promise<Buffer> => {
  const canvas = await page.context().newPage();
  await canvas.setViewportSize({ width: 640, height: 480 });
  await canvas.setContent(`<body style="margin:0;height:100vh;background:linear-gradient(${colours})"></body>`);
  const bytes = await canvas.screenshot({ type: 'jpeg' });
  await canvas.close();
  return bytes;
};
