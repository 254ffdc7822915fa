import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { declareChecksum } from '../../../tools/upload/declareChecksum';
import { openLocalFile } from '../../../tools/upload/localFile';

it.each([3, 0])('The checksum is of the %d bytes that are promised, however much more there is', async (size) => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-checksum-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'grows.log');
  await writeFile(path, 'abcdef');
  const file = { ...(await openLocalFile(path)), size };

  const declared = await declareChecksum(file, new AbortController().signal);

  const promised = 'abcdef'.slice(0, size);
  expect(declared).toEqual({ checksumSha256: createHash('sha256').update(promised).digest('base64') });
});
