import { describe, it } from 'vitest';
import { limits } from '../../config/limits';
import { keepPicture } from './openStory';
import { signUp } from './people';
import { row, upload, uploads } from './someFiles';
import { tokenOf } from './tokenOf';
import { useStory } from './useStory';

const story = useStory();

const note = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('ten bytes.') };

describe('A person without space', () => {
  it('is told so, and uploads the file once something was given up', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'full@example.com');
    const film = { fileName: 'film.mp4', contentType: 'video/mp4', size: limits.maxUserBytes - 1 };
    const query = 'mutation ($input: GetUploadUrlInput!) { getUploadUrl(input: $input) { fileId } }';
    await fetch(story().twin.endpoints.graphql, {
      method: 'POST',
      headers: { authorization: await tokenOf(page), 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { input: film } }), // from another device
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Unfinished uploads' }).waitFor();

    await upload(page, note);
    await uploads(page, 'failed').getByText('There is not enough space.').waitFor();
    await page.getByText('100 GB reserved for uploads').waitFor();
    await keepPicture(page, 'no-space');
    await page.getByRole('button', { name: 'Discard film.mp4' }).click();
    await page.getByText('reserved for uploads').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Try note.txt again' }).click();

    await uploads(page, 'done').waitFor();
    await row(page, 'note.txt').waitFor();
  });
});
