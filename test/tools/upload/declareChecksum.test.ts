import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { declareChecksum } from '../../../tools/upload/declareChecksum';
import { openLocalFile, type LocalFile } from '../../../tools/upload/localFile';

const unwatched = { signal: new AbortController().signal, onRead: () => undefined };

/** A file of six bytes that was opened when it had so many. */
const fileOnceOf = async (size: number): Promise<LocalFile> => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-checksum-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'some.log');
  await writeFile(path, 'abcdef');
  return { ...(await openLocalFile(path)), size };
};

it.each([3, 0])('The checksum is of the %d bytes that are promised, however much more there is', async (size) => {
  const file = await fileOnceOf(size);

  const declared = await declareChecksum(file, unwatched);

  const promised = 'abcdef'.slice(0, size);
  expect(declared).toEqual({ checksumSha256: createHash('sha256').update(promised).digest('base64') });
});

it('A file that ends before its size, as those of /sys do, is refused before anything is promised', async () => {
  const file = await fileOnceOf(4096);

  const declared = declareChecksum(file, unwatched);

  await expect(declared).rejects.toMatchObject({
    name: 'EndedEarly',
    message: 'It ended after 6 of the 4096 bytes that it should have.',
  });
});
