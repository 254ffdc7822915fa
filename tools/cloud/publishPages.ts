import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { lookup } from 'mrmime';
import { NothingToPublish } from './errors';

export interface PublishOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** The folder that `npm run build` wrote. */
  readonly folder: string;
  /** The content of `amplify_outputs.json`, from which the page learns where its API is. */
  readonly configuration: object;
}

/**
 * Uploads the page to its bucket and resolves with the keys. `index.html` comes last: until then people get the
 * previous page, whose files are all still there.
 */
export const publishPages = async ({ client, bucket, folder, configuration }: PublishOptions): Promise<string[]> => {
  const keys = (await filesIn(folder)).sort(byTurn);
  if (!keys.includes('index.html')) throw new NothingToPublish(`${folder} has no index.html. Run: npm run build`);
  const put = (key: string, body: string | Buffer) =>
    client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: lookup(key) ?? 'application/octet-stream',
        CacheControl: isHashed(key) ? 'public, max-age=31536000, immutable' : 'no-cache',
      }),
    );
  await put('amplify_outputs.json', `${JSON.stringify(configuration, null, 2)}\n`);
  for (const key of keys) await put(key, await readFile(join(folder, key)));
  return ['amplify_outputs.json', ...keys];
};

const filesIn = async (folder: string): Promise<string[]> => {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (cause) {
    throw new NothingToPublish(`${folder} cannot be read. Run: npm run build`, { cause });
  }
};

const byTurn = (one: string, other: string): number =>
  Number(one === 'index.html') - Number(other === 'index.html') || one.localeCompare(other);

/**
 * Whether the name contains a hash and so always means the same bytes: `assets/app-4f1c9ab2.js`. Vite puts those, and
 * no others, into this folder: https://vite.dev/config/build-options#build-assetsdir
 */
const isHashed = (key: string): boolean => key.startsWith('assets/');
