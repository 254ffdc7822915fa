import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { networkOf } from './network';
import { keepPicture } from './openStory';
import { signUp } from './people';
import { row, someFiles, upload, uploads } from './someFiles';
import { useStory } from './useStory';

const story = useStory();

/** Drops local paths on the page, as the operating system does. */
const drop = async (page: Page, files: readonly string[], screenshot: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
  await page.getByText('Drop files').waitFor();
  await keepPicture(page, screenshot);
  await session.send('Input.dispatchDragEvent', { type: 'drop', x: 400, y: 300, data });
};

describe('Files come in', () => {
  it('by dropping a folder, with all that is in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-folder-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await mkdir(join(folder, 'trip', 'day two'), { recursive: true });
    await writeFile(join(folder, 'trip', 'first.txt'), 'first');
    await writeFile(join(folder, 'trip', 'day two', 'second.txt'), 'second');
    const page = await story().openWindow();
    await signUp(page, story().twin, 'folder@example.com');

    await drop(page, [join(folder, 'trip')], 'drop');

    await row(page, 'first.txt').waitFor();
    await row(page, 'second.txt').waitFor();
  });

  it('from the camera of a phone', async () => {
    const page = await story().openWindow({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await signUp(page, story().twin, 'camera@example.com');
    const choosing = page.waitForEvent('filechooser');

    await page.getByRole('navigation').getByRole('button', { name: 'Take a photo' }).click();
    const chooser = await choosing;
    const camera = await chooser.element().getAttribute('capture');
    await chooser.setFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a photo') });

    await row(page, 'IMG_0001.jpg').waitFor();
    expect(camera).toBe('environment');
  });
});

describe('Who leaves the page', () => {
  it('is asked first while something is being uploaded, and not otherwise', async () => {
    const page = await story().openWindow();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss(); // stay on the page
    });
    await signUp(page, story().twin, 'leaving@example.com');
    const network = await networkOf(page);
    await network.slow(1024 ** 2);
    await upload(page, await someFiles({ 'slow.mov': 8 * 1024 ** 2 }));
    await uploads(page, 'sending').waitFor();

    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await network.restore();
    await uploads(page, 'done').waitFor({ timeout: 30_000 });
    await row(page, 'slow.mov').waitFor();
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;

    expect(asked).toEqual(['beforeunload']);
  });
});
