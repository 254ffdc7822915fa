import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { NothingToPublish } from '../../../tools/cloud/errors';
import { publishPages } from '../../../tools/cloud/publishPages';
import { bucket } from '../../local/s3/fixtures';
import { startS3, temporaryDirectory } from '../../local/s3/startS3';

const configuration = { version: '1.3' };

describe('publishPages', () => {
  it('puts every file with its type, and lets only hashed names be kept', async () => {
    const { client, folder } = await start({
      'index.html': '<html>',
      'assets/app-4f1c9ab2.js': 'let a',
      'icon.svg': '',
      'apple-touch-icon.png': '',
    });

    await publishPages({ client, bucket: bucket.name, folder, configuration });

    const headers = async (Key: string) => {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket.name, Key }));
      return [answer.ContentType, answer.CacheControl];
    };
    expect(await headers('index.html')).toEqual(['text/html', 'no-cache']);
    expect(await headers('icon.svg')).toEqual(['image/svg+xml', 'no-cache']);
    expect(await headers('apple-touch-icon.png')).toEqual(['image/png', 'no-cache']);
    expect(await headers('assets/app-4f1c9ab2.js')).toEqual(['text/javascript', 'public, max-age=31536000, immutable']);
    expect(await headers('amplify_outputs.json')).toEqual(['application/json', 'no-cache']);
  });

  it('puts the page itself last, and keeps the one of before as a version', async () => {
    const { client, folder } = await start({ 'index.html': '<html>', 'zebra.css': '' });

    const keys = await publishPages({ client, bucket: bucket.name, folder, configuration });
    await publishPages({ client, bucket: bucket.name, folder, configuration });

    expect(keys).toEqual(['amplify_outputs.json', 'zebra.css', 'index.html']);
    const { Versions = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket: bucket.name, Prefix: 'index.html' }),
    );
    expect(Versions).toHaveLength(2);
  });

  it.each([
    ['has not been built', 'missing', {}],
    ['has no index.html', '.', { 'app.js': '' }],
  ])('says what to run when the page %s', async (_, below, files) => {
    const { client, folder } = await start(files);

    const published = publishPages({ client, bucket: bucket.name, folder: join(folder, below), configuration });

    await expect(published).rejects.toThrow(NothingToPublish);
    await expect(published).rejects.toThrow('Run: npm run build');
  });
});

async function start(files: Readonly<Record<string, string>>) {
  const folder = await temporaryDirectory();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const { client } = await startS3();
  return { client: client(), folder };
}
