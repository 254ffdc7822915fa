import { describe, expect, it } from 'vitest';
import { networkOf } from './network';
import { keepPicture } from './openStory';
import { signIn, signUp } from './people';
import { choose, picture, row, rows, someFiles, upload, uploads } from './someFiles';
import { useStory } from './useStory';

const story = useStory();

describe('A person and their files', () => {
  it('uploads 1 KB, 30 MB and a file in parts, and finds them in the list', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'sizes@example.com');
    const files = await someFiles({ 'notes.txt': 1024, 'scan.pdf': 30 * 1024 ** 2, 'film.mp4': 70 * 1024 ** 2 });

    await upload(page, files);
    await expect.poll(() => uploads(page, 'done').count(), { timeout: 50_000 }).toBe(3);

    for (const size of ['1 KB', '30 MB', '70 MB']) await row(page, size).waitFor();
    await page.reload();
    await expect.poll(() => rows(page).count()).toBe(3);
  });

  it('shows pictures, names and dates, renames, deletes with undo, restores', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'owner@example.com');
    const files = await someFiles({
      'Rental agreement.pdf': 84_213,
      'Interview with Ada.mp3': 4_812_044,
      'Budget 2026.xlsx': 23_551,
      'Sunrise over the harbour.jpg': await picture(page, '#2b5876, #ff9a5a, #ffd89b'),
      'Workshop recording.mp4': 18_400_000,
      'Meadow in May.jpg': await picture(page, '#7db9e8, #d8f3c3, #3e8e41'),
      'photos-2025.zip': 9_400_000,
      'reading-list.json': 2_048,
      'Lavender.jpg': await picture(page, '#a18cd1, #fbc2eb'),
      'Packing list.txt': 640,
    });
    await upload(page, files);
    await expect.poll(() => uploads(page, 'done').count(), { timeout: 40_000 }).toBe(10);
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await expect.poll(() => page.locator('.thumbnail img').count()).toBe(3);
    await page.locator('.uploads').waitFor({ state: 'detached' });
    await page.getByText('reserved for uploads').waitFor({ state: 'detached' });
    await page.mouse.move(0, 0);
    await keepPicture(page, 'list');

    await choose(page, 'Lavender.jpg', 'Rename');
    await page.getByLabel('New name of Lavender.jpg').fill('Lavender in bloom.jpg');
    await page.keyboard.press('Enter');
    await row(page, 'Lavender in bloom.jpg').waitFor();

    await choose(page, 'Packing list.txt', 'Move to trash');
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Packing list.txt').waitFor();

    await choose(page, 'photos-2025.zip', 'Move to trash');
    await page.getByText('“photos-2025.zip” is in the trash.').waitFor();
    await page.getByRole('link', { name: 'Trash' }).click();
    await row(page, 'photos-2025.zip').waitFor();
    await keepPicture(page, 'trash');
    await choose(page, 'photos-2025.zip', 'Restore');
    await page.getByRole('heading', { name: 'The trash is empty' }).waitFor();
    await page.getByRole('link', { name: 'Files' }).first().click();
    await expect.poll(() => rows(page).count()).toBe(10);
  });

  it('saves a file under the name that it has now', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'renamer@example.com');
    await upload(page, await someFiles({ 'Draft.txt': 640 }));
    await row(page, 'Draft.txt').waitFor();
    const save = async (name: string): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), choose(page, name, 'Download')]);
      return download.suggestedFilename();
    };
    expect(await save('Draft.txt')).toBe('Draft.txt');

    await choose(page, 'Draft.txt', 'Rename');
    await page.getByLabel('New name of Draft.txt').fill('Final.txt');
    await page.keyboard.press('Enter');
    await page.getByText('“Final.txt”').waitFor();

    expect(await save('Final.txt')).toBe('Final.txt');
  });

  it('saves several files, also during an upload, and stays where it is when storage refuses one', async () => {
    const page = await story().openWindow();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await signUp(page, story().twin, 'saver@example.com');
    await upload(page, await someFiles({ 'one.txt': 1, 'two.txt': 2, 'three.txt': 3 }));
    await expect.poll(() => rows(page).count()).toBe(3);
    const network = await networkOf(page);
    await network.slow(1024 ** 2);
    await upload(page, await someFiles({ 'slow.mov': 20 * 1024 ** 2 }));
    await uploads(page, 'sending').waitFor();

    const saved: string[] = [];
    page.on('download', (download) => saved.push(download.suggestedFilename()));
    await page.getByRole('checkbox', { name: 'Select all that are loaded' }).click();
    await page.getByRole('button', { name: 'Download' }).click();
    await expect.poll(() => saved.sort()).toEqual(['one.txt', 'three.txt', 'two.txt']);
    await page.route(`${story().twin.endpoints.s3}/**`, (route) =>
      route.request().method() === 'GET' ? route.fulfill({ status: 503, body: 'SlowDown' }) : route.fallback(),
    );
    await choose(page, 'one.txt', 'Download');

    await page.getByText('Something went wrong. Try again.').waitFor();
    await uploads(page, 'sending').waitFor();
    expect(asked).toEqual([]);
  });

  it('restores what can be restored, and says why not the rest', async () => {
    const page = await story().openWindow();
    const other = await story().openWindow();
    await signUp(page, story().twin, 'restorer@example.com');
    await upload(page, await someFiles({ 'a.txt': 1, 'b.txt': 2, 'c.txt': 3 }));
    await expect.poll(() => rows(page).count()).toBe(3);
    await page.getByRole('checkbox', { name: 'Select all that are loaded' }).click();
    await page.getByRole('button', { name: 'Move to trash' }).click();
    await page.getByText('3 files are in the trash.').waitFor();
    await other.routeWebSocket(/./, () => undefined); // it hears nothing of what the first window does
    await other.reload();
    await signIn(other, 'restorer@example.com');
    await other.getByRole('link', { name: 'Trash' }).click();
    await expect.poll(() => rows(other).count()).toBe(3);
    await page.getByRole('link', { name: 'Trash' }).click();
    await choose(page, 'b.txt', 'Delete for good');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('1 file deleted for good.').waitFor();

    await other.getByRole('checkbox', { name: 'Select all that are loaded' }).click();
    await other.getByRole('button', { name: 'Restore' }).click();

    await other.getByText('This file is no longer there.').waitFor();
    await other.getByRole('link', { name: 'Files' }).first().click();
    await row(other, 'a.txt').waitFor();
    await row(other, 'c.txt').waitFor();
  });

  it('finds by the beginning of a name, by type, and orders the list', async () => {
    const page = await story().openWindow();
    await signIn(page, 'owner@example.com');
    await expect.poll(() => rows(page).count()).toBe(10);

    await page.getByLabel('Search by the beginning of a name').fill('re');
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await page.getByLabel('Type').selectOption('image/*');
    await expect.poll(() => rows(page).count()).toBe(3);
    await page.getByLabel('Type').selectOption('');
    await page.getByRole('columnheader', { name: 'Size' }).getByRole('button').click();

    await expect.poll(() => rows(page).first().innerText()).toContain('Workshop recording.mp4');
  });

  it('selects a range by keyboard and pointer, and deletes it for good', async () => {
    const page = await story().openWindow();
    await signIn(page, 'sizes@example.com');
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await expect.poll(() => rows(page).first().innerText()).toContain('film.mp4');

    await page.getByRole('button', { name: 'film.mp4', exact: true }).press(' ');
    await page.getByRole('checkbox', { name: 'Select scan.pdf' }).click({ modifiers: ['Shift'] });
    await page.getByText('3 files selected').waitFor();
    await page.getByRole('button', { name: 'Move to trash' }).click();
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
    await page.getByRole('link', { name: 'Trash' }).click();
    await page.getByRole('checkbox', { name: 'Select all that are loaded' }).click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();

    await page.getByRole('heading', { name: 'The trash is empty' }).waitFor();
  });

  it('sees nothing of another person', async () => {
    const page = await story().openWindow();

    await signUp(page, story().twin, 'stranger@example.com');

    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
  });

  it('reads again when it comes back to a window', async () => {
    const first = await story().openWindow();
    const second = await story().openWindow();
    await signUp(first, story().twin, 'twice@example.com');
    await signIn(second, 'twice@example.com');
    await upload(first, { name: 'new.txt', mimeType: 'text/plain', buffer: Buffer.from('new') });
    await row(first, 'new.txt').waitFor();

    await expect
      .poll(
        async () => {
          await second.evaluate('window.dispatchEvent(new Event("visibilitychange"))');
          return rows(second).count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
  });
});

describe('A preview', () => {
  it('shows text as text and a picture as a picture, and runs nothing of either', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'attacked@example.com');
    const attack = '<script>document.title = "owned"; parent.document.title = "owned"</script>';
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="document.title='owned'" width="90" height="90"><rect width="90" height="90" fill="teal"/><script>document.title='owned'</script></svg>`;
    await upload(page, [
      { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(attack) },
      { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) },
    ]);
    await expect.poll(() => rows(page).count()).toBe(2);

    await page.getByRole('button', { name: 'page.html', exact: true }).click();
    await page.getByRole('dialog').getByText('parent.document.title').waitFor();
    await keepPicture(page, 'preview-of-text');
    await page.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: 'drawing.svg', exact: true }).click();
    await page.getByRole('dialog').getByRole('img', { name: 'drawing.svg' }).waitFor();

    expect(await page.title()).toBe('Files – MyFiles');
  });
});
