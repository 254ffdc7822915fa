import {
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { startS3 } from './startS3';

const Bucket = 'bytes';

it('writes times in whole seconds in every document, as in headers', async () => {
  const clock = () => Date.parse('2026-01-31T12:00:00.789Z');
  const s3 = (await startS3({ clock })).client({ systemClockOffset: clock() - Date.now() });
  const second = new Date('2026-01-31T12:00:00Z');
  await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'b' }));
  await s3.send(new UploadPartCommand({ Bucket, Key: 'b', UploadId, PartNumber: 1, Body: 'x' }));

  const copied = await s3.send(new CopyObjectCommand({ Bucket, Key: 'c', CopySource: `${Bucket}/a` }));
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a' }));
  const objects = await s3.send(new ListObjectsV2Command({ Bucket }));
  const versions = await s3.send(new ListObjectVersionsCommand({ Bucket }));
  const uploads = await s3.send(new ListMultipartUploadsCommand({ Bucket }));
  const parts = await s3.send(new ListPartsCommand({ Bucket, Key: 'b', UploadId }));

  expect([
    copied.CopyObjectResult?.LastModified,
    head.LastModified,
    objects.Contents?.[0]?.LastModified,
    versions.Versions?.[0]?.LastModified,
    uploads.Uploads?.[0]?.Initiated,
    parts.Parts?.[0]?.LastModified,
  ]).toEqual([second, second, second, second, second, second]);
});
