import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCopyCommand,
  type UploadPartCopyCommandInput,
} from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import type { S3Options } from '../../../local/s3/options';
import type { Principal } from '../../../local/signatures/principal';
import { principals, reader } from './fixtures';
import { startS3 } from './startS3';

const target = { Bucket: 'plain', Key: 'copy' };
const mebibytes = 1024 * 1024;
const bytes = randomBytes(11 * mebibytes);
const CopySource = `bytes/${encodeURIComponent('a big ö')}`;

/** S3 with a big object in it, and a multipart upload in progress for another key. */
const startCopy = async (ChecksumAlgorithm?: 'CRC32' | 'SHA256', options: Partial<S3Options> = {}) => {
  const { client, directory } = await startS3(options);
  const s3 = client();
  const { VersionId } = await s3.send(new PutObjectCommand({ Bucket: 'bytes', Key: 'a big ö', Body: bytes }));
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ ...target, ChecksumAlgorithm }));
  const copy = (input: Partial<UploadPartCopyCommandInput> = {}, by = s3) =>
    by.send(new UploadPartCopyCommand({ ...target, UploadId, PartNumber: 1, CopySource, ...input }));
  return { client, s3, directory, copy, upload: { ...target, UploadId }, VersionId };
};

it.each(['CRC32', 'SHA256', undefined] as const)(
  'makes an object of stretches of another, with the checksum %s',
  async (algorithm) => {
    const { s3, copy, upload, VersionId } = await startCopy(algorithm);
    const half = 6 * mebibytes;

    const copies = [
      await copy({ CopySourceRange: `bytes=0-${half - 1}`, CopySource: `${CopySource}?versionId=${VersionId}` }),
      await copy({ CopySourceRange: `bytes=${half}-${bytes.length - 1}`, PartNumber: 2 }),
    ];
    const done = await s3.send(
      new CompleteMultipartUploadCommand({
        ...upload,
        MultipartUpload: {
          Parts: copies.map(({ CopyPartResult: { LastModified: _, ...part } = {} }, index) => ({
            ...part,
            PartNumber: index + 1,
          })),
        },
      }),
    );
    const got = await s3.send(new GetObjectCommand(target));

    expect(copies[0]).toMatchObject({ CopySourceVersionId: VersionId, CopyPartResult: { ETag: expect.any(String) } });
    expect(done).toMatchObject({
      ETag: expect.stringMatching(/-2"$/),
      [`Checksum${algorithm ?? 'CRC64NVME'}`]: expect.any(String),
    });
    expect(bytes.equals(Buffer.from((await got.Body?.transformToByteArray()) ?? []))).toBe(true);
  },
);

it('copies an object as a whole, an empty one too', async () => {
  const { s3, copy, upload } = await startCopy();
  await s3.send(new PutObjectCommand({ Bucket: 'bytes', Key: 'none', Body: new Uint8Array() }));

  await copy();
  const { CopyPartResult } = await copy({ CopySource: 'bytes/none', PartNumber: 2 });
  const Parts = [{ PartNumber: 2, ETag: CopyPartResult?.ETag }];
  await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));

  expect((await s3.send(new GetObjectCommand(target))).ContentLength).toBe(0);
});

it.each([
  ['a range without an end', { CopySourceRange: 'bytes=0-' }, 'InvalidArgument'],
  ['a range the wrong way round', { CopySourceRange: 'bytes=5-4' }, 'InvalidArgument'],
  ['a range past the end', { CopySourceRange: `bytes=0-${bytes.length}` }, 'InvalidArgument'],
  ['a range of a small object', { CopySourceRange: 'bytes=0-0', CopySource: 'bytes/small' }, 'InvalidRequest'],
  ['a source that is not there', { CopySource: 'bytes/none' }, 'NoSuchKey'],
  ['another source than expected', { CopySourceIfMatch: '"x"' }, 'PreconditionFailed'],
  ['a source of another account', { ExpectedSourceBucketOwner: '123456789012' }, 'AccessDenied'],
  ['an upload that never began', { UploadId: 'x' }, 'NoSuchUpload'],
  ['a part number that cannot be', { PartNumber: 10_001 }, 'InvalidArgument'],
])('refuses %s, and leaves no bytes', async (_, input, name) => {
  const { s3, directory, copy } = await startCopy();
  await s3.send(new PutObjectCommand({ Bucket: 'bytes', Key: 'small', Body: Buffer.alloc(5 * mebibytes) }));

  await expect(copy(input)).rejects.toMatchObject({ name });

  expect(await readdir(join(directory, 'bytes'))).toHaveLength(2);
});

it('wants the right to read the source and the right to write the copy', async () => {
  const writer = { accessKeyId: 'AKIAWRITER', secretAccessKey: 'writer-secret' };
  const mayWrite: Principal = { ...writer, allows: ({ action }) => action === 's3:PutObject' };
  const { client, copy } = await startCopy(undefined, {
    principals: { get: (id) => (id === writer.accessKeyId ? mayWrite : principals.get(id)) },
  });

  await expect(copy({}, client({ credentials: writer }))).rejects.toMatchObject({ name: 'AccessDenied' });
  await expect(copy({}, client({ credentials: reader }))).rejects.toMatchObject({ name: 'AccessDenied' });
});

it('leaves no bytes when its upload is aborted meanwhile', async () => {
  const { s3, directory, copy, upload } = await startCopy();

  const [copied] = await Promise.allSettled([copy(), s3.send(new AbortMultipartUploadCommand(upload))]);

  expect(copied.status === 'fulfilled' || copied.reason.name === 'NoSuchUpload').toBe(true);
  expect(await readdir(join(directory, 'bytes'))).toHaveLength(1);
});
