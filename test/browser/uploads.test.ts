import { appendFile, writeFile } from 'node:fs/promises';
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { networkOf } from './network';
import { distrustOnce, failOnce } from './stumbles';
import { keepPicture } from './openStory';
import { signUp } from './people';
import { row, rows, someFiles, upload, uploads } from './someFiles';
import { useStory } from './useStory';

const story = useStory();

const MiB = 1024 ** 2;

/** Records the part numbers that are PUT from now on. */
const watchParts = (page: Page): string[] => {
  const numbers: string[] = [];
  page.on('requestfinished', (request) => {
    const number = new URL(request.url()).searchParams.get('partNumber');
    if (request.method() === 'PUT' && number !== null) numbers.push(number);
  });
  return numbers;
};

/** Counts the PUTs from now on. */
const countPuts = (page: Page): { readonly now: () => number } => {
  const counted = { puts: 0 };
  page.on('request', (request) => {
    if (request.method() === 'PUT') counted.puts += 1;
  });
  return { now: () => counted.puts };
};

const sentOf = async (page: Page): Promise<number> =>
  Number(await uploads(page).first().locator('progress').getAttribute('value'));

describe('An upload', () => {
  it('waits while the network is cut, says so, and goes on by itself', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'cut@example.com');
    const network = await networkOf(page);
    const files = await someFiles({ 'cut.mov': 70 * MiB });

    await network.slow(12 * MiB);
    await upload(page, files);
    await expect.poll(() => sentOf(page), { timeout: 30_000 }).toBeGreaterThan(20 * MiB);
    await network.cut();
    await page.getByText('You are offline.').waitFor();
    await uploads(page, 'offline').waitFor({ timeout: 30_000 });
    await keepPicture(page, 'offline');
    await network.restore();

    await uploads(page, 'done').waitFor({ timeout: 40_000 });
    await row(page, 'cut.mov').waitFor();
  });

  it('goes on after a reload, with the same file chosen again, and sends only what is missing', async () => {
    const page = await story().openWindow();
    page.on('dialog', (dialog) => void dialog.accept()); // "Leave the page?"
    await signUp(page, story().twin, 'reload@example.com');
    const network = await networkOf(page);
    const files = await someFiles({ 'long.mov': 70 * MiB });
    const before = watchParts(page);

    await network.slow(16 * MiB);
    await upload(page, files);
    await expect.poll(() => before.length, { timeout: 40_000 }).toBeGreaterThanOrEqual(1);
    await page.reload();
    await page.getByRole('heading', { name: 'Unfinished uploads' }).waitFor();
    await keepPicture(page, 'unfinished');
    await network.restore();
    const sentBefore = [...before];
    const after = watchParts(page);
    await page.locator('.unfinished input[type=file]').setInputFiles(files);
    await uploads(page, 'done').waitFor({ timeout: 40_000 });

    await row(page, 'long.mov').waitFor();
    expect(after.filter((number) => sentBefore.includes(number))).toEqual([]);
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await page.locator('.uploads').waitFor({ state: 'detached' });
  });

  it('takes over no upload of another file with the same name and size', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'namesakes@example.com');
    const first = await someFiles({ 'scan.bin': Buffer.from('a') });
    const second = await someFiles({ 'scan.bin': Buffer.from('b') });
    const held: Route[] = [];
    const hold = (route: Route): Promise<void> | number =>
      route.request().method() === 'PUT' ? held.push(route) : route.fallback();

    await page.route('**', hold);
    await upload(page, first);
    await expect.poll(() => held.length).toBe(1);
    await upload(page, second);
    await expect.poll(() => held.length).toBe(2);
    await page.unroute('**', hold); // they go on
    await expect.poll(() => uploads(page, 'done').count()).toBe(2);

    await page.reload();
    await expect.poll(() => rows(page).count()).toBe(2);
  });

  it('begins anew for a file that has changed since its bytes were sent', async () => {
    const page = await story().openWindow();
    page.on('dialog', (dialog) => void dialog.accept()); // "Leave the page?"
    await signUp(page, story().twin, 'editor@example.com');
    const [path = ''] = await someFiles({ 'essay.txt': Buffer.from('draft') });
    const loseSaves = (route: Route): Promise<void> =>
      route.request().postData()?.includes('SaveFileMetadata') ? route.abort() : route.fallback();
    const sent = page.waitForResponse((response) => response.request().method() === 'PUT');

    await page.route('**/graphql', loseSaves);
    await upload(page, path);
    await sent;
    await page.reload();
    await page.getByRole('heading', { name: 'Unfinished uploads' }).waitFor();
    await page.unroute('**/graphql', loseSaves);
    await writeFile(path, 'final');
    await upload(page, path);
    await row(page, 'essay.txt').getByRole('button', { name: 'essay.txt', exact: true }).click();

    await page.locator('.preview pre').getByText('final').waitFor();
  });

  it('is paused, resumed and cancelled by hand', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'pause@example.com');
    const network = await networkOf(page);
    const [paused = '', cancelled = ''] = await someFiles({ 'paused.mov': 20 * MiB, 'cancelled.mov': 20 * MiB });

    await network.slow(4 * MiB);
    await upload(page, paused);
    await uploads(page, 'sending').waitFor();
    await page.getByRole('button', { name: 'Pause paused.mov' }).press('Enter');
    await uploads(page, 'paused').waitFor();
    await page.keyboard.press('Enter'); // the focus has stayed on the button, which resumes now
    await network.restore();
    await uploads(page, 'done').waitFor({ timeout: 30_000 });
    await network.slow(1 * MiB);
    await upload(page, cancelled);
    await page.getByRole('button', { name: 'Cancel cancelled.mov' }).click();

    await expect.poll(() => uploads(page).count()).toBe(1);
  });

  it('that is refused says why, and does not keep the others from being uploaded', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'refused@example.com');
    const file = (name: string, size: number) => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(size, 'a') });

    await upload(page, [file('empty.txt', 0), file('one.txt', 1), file('two.txt', 2)]);

    await uploads(page, 'failed').getByText('The file is empty. There is nothing to upload.').waitFor();
    expect(await page.getByRole('button', { name: 'Try empty.txt again' }).count()).toBe(0);
    await expect.poll(() => uploads(page, 'done').count()).toBe(2);
    await row(page, 'one.txt').waitFor();
    await row(page, 'two.txt').waitFor();
    await keepPicture(page, 'refused');
  });

  it.each(['Lambda:Unhandled', 'DynamoDB:InternalServerError', 'BUSY'])(
    'is saved all the same, and sent once, when %s comes in the way of saving',
    async (errorType) => {
      const page = await story().openWindow();
      await signUp(page, story().twin, `${errorType.replace(':', '.')}@example.com`);
      const puts = countPuts(page);

      await failOnce(page, 'SaveFileMetadata', errorType);
      await upload(page, await someFiles({ 'once.txt': 10 }));

      await uploads(page, 'done').waitFor();
      await row(page, 'once.txt').waitFor();
      expect(puts.now()).toBe(1);
    },
  );

  it('is one upload when a function fails after its ticket was reserved', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'reserved@example.com');

    await failOnce(page, 'GetUploadUrl', 'Lambda:Unhandled');
    await upload(page, await someFiles({ 'once.txt': 10 }));
    await uploads(page, 'done').waitFor();
    await page.reload();

    await page.getByText('10 bytes of').waitFor();
    expect(await page.getByText('reserved for uploads').count()).toBe(0);
  });

  it('is saved with new tokens when its token is refused', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'token@example.com');
    const puts = countPuts(page);

    await distrustOnce(page, 'SaveFileMetadata');
    await upload(page, await someFiles({ 'once.txt': 10 }));

    await uploads(page, 'done').waitFor();
    expect(puts.now()).toBe(1);
  });

  it('of a file that changes before it is sent is told of', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'changer@example.com');
    const [path = ''] = await someFiles({ 'log.txt': 1_000 });

    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('GetUploadUrl')) await appendFile(path, 'one more line');
      await route.fallback();
    });
    await upload(page, path);

    await uploads(page, 'failed').getByText('can no longer be read').waitFor();
  });

  it('that was dropped and cannot be read is told of', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'dropper@example.com');

    await page.evaluate(`{
      const readEntries = (_, refuse) => refuse(new DOMException('', 'NotFoundError'));
      const folder = { isDirectory: true, createReader: () => ({ readEntries }) };
      const dataTransfer = { types: ['Files'], files: [], items: [{ webkitGetAsEntry: () => folder }] };
      const drop = new DragEvent('drop', { bubbles: true });
      document.body.dispatchEvent(Object.defineProperty(drop, 'dataTransfer', { value: dataTransfer }));
    }`);

    await page.getByText('can no longer be read').waitFor();
  });

  it('comes in by paste and by drop', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'paste@example.com');

    await page.evaluate(`(() => {
      const transfer = (name) => {
        const data = new DataTransfer();
        data.items.add(new File(['bytes'], name, { type: 'text/plain' }));
        return data;
      };
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer('pasted.txt') }));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: transfer('dropped.txt') }));
    })()`);

    await row(page, 'pasted.txt').waitFor();
    await row(page, 'dropped.txt').waitFor();
  });
});
