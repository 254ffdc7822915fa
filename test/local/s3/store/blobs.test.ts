import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openBlobs } from '../../../../local/s3/store/blobs';

const bytes = Buffer.from('abc');

it('A blob that cannot be removed after its last reader ends nothing else', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'myfiles-blobs-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  const blobs = await openBlobs(directory);
  const blobId = await blobs.write(
    (async function* () {
      yield bytes;
    })(),
  );
  const reader = blobs.read([{ blobId, size: bytes.length }], 0, bytes.length - 1);
  await once(reader, 'readable');
  await blobs.remove(blobId);
  await rm(join(directory, blobId));
  await mkdir(join(directory, blobId)); // which `rm` refuses

  reader.destroy();
  await once(reader, 'close');
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect(unhandled).toEqual([]);
});
