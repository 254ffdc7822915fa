import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { GetObjectAttributesCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { reader } from './fixtures';
import { startS3, temporaryDirectory } from './startS3';

const Bucket = 'bytes';

describe('PutObject, GetObject and HeadObject through the AWS SDK', () => {
  it('gives back the bytes, headers and metadata of a buffer', async () => {
    const client = (await startS3()).client();
    const Body = randomBytes(300_000);

    const put = await client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'a/ü ?#%.bin',
        Body,
        ContentType: 'image/png',
        Metadata: { color: 'red' },
        ContentDisposition: 'inline',
      }),
    );
    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'a/ü ?#%.bin' }));

    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(Body);
    expect(put.ETag).toBe(`"${createHash('md5').update(Body).digest('hex')}"`);
    expect(put).toMatchObject({
      ChecksumType: 'FULL_OBJECT',
      VersionId: expect.any(String),
      ServerSideEncryption: 'AES256',
    });
    expect(put.ChecksumCRC32).toBeDefined();
    expect(got).toMatchObject({
      ETag: put.ETag,
      VersionId: put.VersionId,
      ContentType: 'image/png',
      ContentDisposition: 'inline',
      Metadata: { color: 'red' },
      ContentLength: 300_000,
      ChecksumCRC32: put.ChecksumCRC32,
    });
  });

  it('takes a stream of known length with its checksum as a trailer', async () => {
    const client = (await startS3()).client();
    const whole = randomBytes(1_000_000);

    await client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'stream',
        Body: Readable.from(slices(whole, 65_536)),
        ContentLength: whole.length,
      }),
    );
    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'stream' }));

    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(whole);
    expect(got.ContentEncoding).toBeUndefined();
  });

  it.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    'verifies and returns %s',
    async (ChecksumAlgorithm) => {
      const client = (await startS3()).client();

      const put = await client.send(
        new PutObjectCommand({ Bucket, Key: 'sum', Body: 'hello world', ChecksumAlgorithm }),
      );
      const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'sum', ChecksumMode: 'ENABLED' }));
      const silent = await client.send(new HeadObjectCommand({ Bucket, Key: 'sum' }));
      const wrong = client.send(
        new PutObjectCommand({
          Bucket,
          Key: 'wrong',
          Body: 'Hello world',
          [`Checksum${ChecksumAlgorithm}`]: put[`Checksum${ChecksumAlgorithm}`],
        }),
      );

      expect(put[`Checksum${ChecksumAlgorithm}`]).toBe(known[ChecksumAlgorithm]);
      expect(head[`Checksum${ChecksumAlgorithm}`]).toBe(known[ChecksumAlgorithm]);
      expect(silent[`Checksum${ChecksumAlgorithm}`]).toBeUndefined();
      await expect(wrong).rejects.toMatchObject({ name: 'BadDigest' });
    },
  );

  it('tells the attributes that are asked for, of the version that is asked for', async () => {
    const { client } = await startS3();
    const s3 = client();
    const object = { Bucket, Key: 'k' };
    const put = await s3.send(new PutObjectCommand({ ...object, Body: 'hello' }));
    await s3.send(new PutObjectCommand({ ...object, Body: 'newer' }));
    const { VersionId, ETag, ChecksumCRC32 } = put;

    const all = await s3.send(
      new GetObjectAttributesCommand({
        ...object,
        VersionId,
        ObjectAttributes: ['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize'],
      }),
    );
    const size = await s3.send(new GetObjectAttributesCommand({ ...object, ObjectAttributes: ['ObjectSize'] }));

    expect(all).toMatchObject({
      VersionId,
      ETag: ETag?.replaceAll('"', ''),
      Checksum: { ChecksumCRC32, ChecksumType: 'FULL_OBJECT' },
      StorageClass: 'STANDARD',
      ObjectSize: 5,
      LastModified: expect.any(Date),
    });
    expect([all.ObjectParts, size.ETag, size.ObjectSize]).toEqual([undefined, undefined, 5]);
  });

  it.each([
    ['what is not there', { Key: 'gone', ObjectAttributes: ['ETag'] }, 'NoSuchKey'],
    ['an unknown attribute', { ObjectAttributes: ['Colour'] }, 'InvalidArgument'],
    ['no attribute', {}, 'InvalidArgument'],
  ])('refuses the attributes of %s', async (_, asked, name) => {
    const s3 = (await startS3()).client();
    await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'hello' }));

    const input = Object.assign({ Bucket, Key: 'k', ObjectAttributes: [] }, asked);
    const answer = s3.send(new GetObjectAttributesCommand(input));

    await expect(answer).rejects.toMatchObject({ name });
  });

  it('tells attributes to nobody who may only read', async () => {
    const { client } = await startS3();
    await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'hello' }));

    const answer = client({ credentials: reader }).send(
      new GetObjectAttributesCommand({ Bucket, Key: 'k', ObjectAttributes: ['ETag'] }),
    );

    await expect(answer).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('pins a version, and shows the newest without a pin', async () => {
    const client = (await startS3()).client();

    const first = await client.send(new PutObjectCommand({ Bucket, Key: 'v', Body: 'one' }));
    await client.send(new PutObjectCommand({ Bucket, Key: 'v', Body: 'two' }));
    const pinned = await client.send(new GetObjectCommand({ Bucket, Key: 'v', VersionId: first.VersionId }));
    const newest = await client.send(new GetObjectCommand({ Bucket, Key: 'v' }));

    expect(await pinned.Body?.transformToString()).toBe('one');
    expect(await newest.Body?.transformToString()).toBe('two');
    await expect(
      client.send(new GetObjectCommand({ Bucket, Key: 'v', VersionId: 'x'.repeat(32) })),
    ).rejects.toMatchObject({ name: 'NoSuchVersion' });
    await expect(client.send(new GetObjectCommand({ Bucket, Key: 'v', VersionId: '../x' }))).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
  });

  it('keeps one version in a bucket without versioning, and only its bytes', async () => {
    const { client, directory } = await startS3();
    const s3 = client();

    await s3.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: 'one' }));
    const put = await s3.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: 'two' }));
    const got = await s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'k' }));

    expect(put.VersionId).toBeUndefined();
    expect(await got.Body?.transformToString()).toBe('two');
    expect(await readdir(join(directory, 'bytes'))).toHaveLength(1);
  });

  it('lets exactly one of many parallel single-use uploads of a key win', async () => {
    const { client, directory } = await startS3();
    const s3 = client();

    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        s3.send(new PutObjectCommand({ Bucket, Key: 'once', Body: `writer ${n}`, IfNoneMatch: '*' })),
      ),
    );
    const refusals = outcomes.filter(({ status }) => status === 'rejected');

    expect(outcomes.length - refusals.length).toBe(1);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ reason: { name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } } });
    }
    expect(await readdir(join(directory, 'bytes'))).toHaveLength(1);
  });

  it('treats names that are paths elsewhere as data', async () => {
    const { client, directory } = await startS3();
    const s3 = client();
    const keys = [
      '../../escape',
      'a/../b',
      './x',
      '//y//',
      'nul\u0000byte',
      'CON',
      'k'.repeat(1024),
      'é'.normalize('NFD'),
      'é',
      ' ',
      '%2e%2e/z',
    ];

    for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    for (const Key of keys) {
      const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
      expect(await got.Body?.transformToString()).toBe(Key);
    }

    expect(await readdir(directory)).toEqual(['bytes', 'parts', 'uploads', 'versions']);
    await expect(s3.send(new PutObjectCommand({ Bucket, Key: 'k'.repeat(1025), Body: 'x' }))).rejects.toMatchObject({
      name: 'KeyTooLongError',
    });
  });

  it('finds everything again after a restart', async () => {
    const directory = await temporaryDirectory();
    const before = await startS3({ directory });
    const put = await before
      .client()
      .send(new PutObjectCommand({ Bucket, Key: 'kept', Body: 'kept', Metadata: { a: 'b' } }));
    await before.stop();

    const got = await (await startS3({ directory })).client().send(new GetObjectCommand({ Bucket, Key: 'kept' }));

    expect(await got.Body?.transformToString()).toBe('kept');
    expect(got).toMatchObject({ VersionId: put.VersionId, Metadata: { a: 'b' }, ETag: put.ETag });
  });
});

const slices = (whole: Buffer, size: number): Buffer[] =>
  Array.from({ length: Math.ceil(whole.length / size) }, (_, n) => whole.subarray(n * size, (n + 1) * size));

/** Checksums of `hello world`, from published tables and `openssl dgst`. */
const known = {
  CRC32: 'DUoRhQ==',
  CRC32C: 'yZRlqg==',
  CRC64NVME: 'jSnVw/bqjr4=',
  SHA1: 'Kq5sNclPz7QV2+lfQIuc6R7oRu0=',
  SHA256: 'uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=',
} as const;
