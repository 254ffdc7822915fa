import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import type { S3Event } from '../../../local/s3/options';
import { startS3, temporaryDirectory } from './startS3';

const Bucket = 'bytes';
const day = 24 * 60 * 60 * 1000;

it('ends what its bucket’s lifecycle says, and nothing else', async () => {
  const directory = await temporaryDirectory();
  const start = Date.now();
  const before = await startS3({ directory });
  const s3 = before.client();
  for (const Body of ['old', 'current']) await s3.send(new PutObjectCommand({ Bucket, Key: 'kept', Body }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'gone', Body: 'gone' }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }));
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'open' }));
  await s3.send(new UploadPartCommand({ Bucket, Key: 'open', UploadId, PartNumber: 1, Body: 'part' }));
  await before.stop();

  const reopenAfter = async (days: number) => {
    const clock = () => start + days * day;
    const s3Then = await startS3({ directory, clock });
    await s3Then.stop(); // waits for the sweep that runs at the start
    return [(await readdir(join(directory, 'bytes'))).length, (await readdir(join(directory, 'versions'))).length];
  };

  expect(await reopenAfter(6.9)).toEqual([4, 4]);
  expect(await reopenAfter(7.1)).toEqual([3, 4]);
  expect(await reopenAfter(29.9)).toEqual([3, 4]);
  expect(await reopenAfter(30.1)).toEqual([1, 1]);
});

it('tells of every object that is created or removed', async () => {
  const events: S3Event[] = [];
  const { client } = await startS3({ onEvent: (event) => events.push(event) });
  const s3 = client();

  const put = await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'hello' }));
  const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: put.VersionId }));
  await s3
    .send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }))
    .catch(() => undefined);
  const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));

  expect(Versions).toEqual([]);
  expect(events).toMatchObject([
    {
      eventName: 'ObjectCreated:Put',
      bucket: Bucket,
      key: 'k',
      versionId: put.VersionId,
      size: 5,
      eTag: '5d41402abc4b2a76b9719d911017c592',
    },
    { eventName: 'ObjectRemoved:DeleteMarkerCreated', versionId: marker.VersionId },
    { eventName: 'ObjectRemoved:Delete', versionId: put.VersionId },
  ]);
});

it('serves on when the listener of events fails', async () => {
  const { client, lines } = await startS3({
    onEvent: () => {
      throw new Error('out of order');
    },
  });

  const put = await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'hello' }));

  expect(put.ETag).toBeDefined();
  expect(lines).toEqual([expect.stringContaining('out of order')]);
});
