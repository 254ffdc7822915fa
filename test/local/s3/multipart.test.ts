import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
  type CompleteMultipartUploadCommandInput,
  type CreateMultipartUploadCommandInput,
  type ListMultipartUploadsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import type { S3Event } from '../../../local/s3/options';
import { startS3, temporaryDirectory } from './startS3';

const target = { Bucket: 'bytes', Key: 'big' };
const mebibytes = 1024 * 1024;

const begin = async (s3: S3Client, input: Partial<CreateMultipartUploadCommandInput> = {}) => {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ ...target, ...input }));
  return { ...target, UploadId };
};

const uploadParts = async (
  s3: S3Client,
  upload: Awaited<ReturnType<typeof begin>>,
  bodies: readonly Buffer[],
  ChecksumAlgorithm?: 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256',
): Promise<CompletedPart[]> => {
  const parts: CompletedPart[] = [];
  for (const [index, Body] of bodies.entries()) {
    const PartNumber = index + 1;
    const { ETag, ChecksumCRC32, ChecksumCRC32C, ChecksumCRC64NVME, ChecksumSHA1, ChecksumSHA256 } = await s3.send(
      new UploadPartCommand({ ...upload, PartNumber, Body, ...(ChecksumAlgorithm ? { ChecksumAlgorithm } : {}) }),
    );
    parts.push({ PartNumber, ETag, ChecksumCRC32, ChecksumCRC32C, ChecksumCRC64NVME, ChecksumSHA1, ChecksumSHA256 });
  }
  return parts;
};

const bodies = [randomBytes(5 * mebibytes), randomBytes(5 * mebibytes + 1), randomBytes(77)];
const whole = Buffer.concat(bodies);

describe('a multipart upload', () => {
  it('becomes one object, with S3’s form of ETag', async () => {
    const { client, directory } = await startS3();
    const s3 = client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const upload = await begin(s3, { ContentType: 'video/mp4', Metadata: { a: 'b' } });
    const Parts = await uploadParts(s3, upload, bodies);

    const done = await s3.send(
      new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, IfNoneMatch: '*' }),
    );
    const got = await s3.send(new GetObjectCommand(target));
    const across = await s3.send(
      new GetObjectCommand({ ...target, Range: `bytes=${5 * mebibytes - 3}-${10 * mebibytes + 2}` }),
    );
    const second = await s3.send(new GetObjectCommand({ ...target, PartNumber: 3 }));

    const md5s = bodies.map((body) => createHash('md5').update(body).digest());
    expect(done.ETag).toBe(`"${createHash('md5').update(Buffer.concat(md5s)).digest('hex')}-3"`);
    expect(got).toMatchObject({
      ETag: done.ETag,
      VersionId: done.VersionId,
      ContentType: 'video/mp4',
      Metadata: { a: 'b' },
    });
    expect(whole.equals(Buffer.from((await got.Body?.transformToByteArray()) ?? []))).toBe(true);
    expect(
      whole
        .subarray(5 * mebibytes - 3, 10 * mebibytes + 3)
        .equals(Buffer.from((await across.Body?.transformToByteArray()) ?? [])),
    ).toBe(true);
    expect([second.PartsCount, second.ContentLength]).toEqual([3, 77]);
    expect([await readdir(join(directory, 'uploads')), await readdir(join(directory, 'parts'))]).toEqual([[], []]);
  });

  it.each(['CRC32', 'CRC32C', 'CRC64NVME'] as const)(
    'has the %s of all its bytes without reading them again',
    async (ChecksumAlgorithm) => {
      const s3 = (await startS3()).client();
      const upload = await begin(s3, { ChecksumAlgorithm, ChecksumType: 'FULL_OBJECT' });
      const Parts = await uploadParts(s3, upload, bodies, ChecksumAlgorithm);
      const single = await s3.send(new PutObjectCommand({ ...target, Key: 'single', Body: whole, ChecksumAlgorithm }));

      const done = await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
      const wrong = await begin(s3, { ChecksumAlgorithm, ChecksumType: 'FULL_OBJECT' });
      const wrongParts = await uploadParts(s3, wrong, [Buffer.from('x')], ChecksumAlgorithm);

      expect(done[`Checksum${ChecksumAlgorithm}`]).toBe(single[`Checksum${ChecksumAlgorithm}`]);
      expect(done.ChecksumType).toBe('FULL_OBJECT');
      await expect(
        s3.send(
          new CompleteMultipartUploadCommand({
            ...wrong,
            MultipartUpload: { Parts: wrongParts },
            [`Checksum${ChecksumAlgorithm}`]: done[`Checksum${ChecksumAlgorithm}`],
          }),
        ),
      ).rejects.toMatchObject({ name: 'BadDigest' });
    },
  );

  it.each(['CRC32', 'SHA1', 'SHA256'] as const)('has a composite %s of its parts', async (ChecksumAlgorithm) => {
    const s3 = (await startS3()).client();
    const upload = await begin(s3, { ChecksumAlgorithm });
    const Parts = await uploadParts(s3, upload, bodies, ChecksumAlgorithm);

    const done = await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    const head = await s3.send(new HeadObjectCommand({ ...target, ChecksumMode: 'ENABLED' }));

    expect(head[`Checksum${ChecksumAlgorithm}`]).toMatch(/=-3$/);
    expect(head).toMatchObject({
      ChecksumType: 'COMPOSITE',
      [`Checksum${ChecksumAlgorithm}`]: done[`Checksum${ChecksumAlgorithm}`],
    });
    if (ChecksumAlgorithm === 'SHA256') {
      const hashes = bodies.map((body) => createHash('sha256').update(body).digest());
      expect(head.ChecksumSHA256).toBe(`${createHash('sha256').update(Buffer.concat(hashes)).digest('base64')}-3`);
    }
  });

  it('tells its attributes: the parts one by one where each has a checksum of its own', async () => {
    const s3 = (await startS3()).client();
    const store = async (Key: string, ChecksumType: 'COMPOSITE' | 'FULL_OBJECT') => {
      const upload = { ...(await begin(s3, { Key, ChecksumAlgorithm: 'CRC32', ChecksumType })), Key };
      const Parts = await uploadParts(s3, upload, bodies, 'CRC32');
      return {
        Parts,
        done: await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } })),
      };
    };
    const { Parts, done } = await store('composite', 'COMPOSITE');
    const full = await store('full', 'FULL_OBJECT');
    const attributes = (Key: string, page: { MaxParts?: number; PartNumberMarker?: string } = {}) =>
      s3.send(
        new GetObjectAttributesCommand({ ...target, Key, ObjectAttributes: ['Checksum', 'ObjectParts'], ...page }),
      );

    const all = await attributes('composite');
    const first = await attributes('composite', { MaxParts: 2 });
    const rest = await attributes('composite', {
      MaxParts: 2,
      PartNumberMarker: first.ObjectParts?.NextPartNumberMarker,
    });
    const part = await s3.send(
      new HeadObjectCommand({ ...target, Key: 'composite', PartNumber: 2, ChecksumMode: 'ENABLED' }),
    );

    expect(all.Checksum).toEqual({ ChecksumCRC32: done.ChecksumCRC32?.replace('-3', ''), ChecksumType: 'COMPOSITE' });
    expect(all.ObjectParts).toMatchObject({ TotalPartsCount: 3, IsTruncated: false, MaxParts: 1000 });
    expect(all.ObjectParts?.Parts).toEqual(
      bodies.map(({ length }, at) => ({ PartNumber: at + 1, Size: length, ChecksumCRC32: Parts[at]?.ChecksumCRC32 })),
    );
    expect(first.ObjectParts).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '2', MaxParts: 2 });
    expect(rest.ObjectParts).toMatchObject({ IsTruncated: false, Parts: [{ PartNumber: 3 }] });
    expect(part.ChecksumCRC32).toBe(Parts[1]?.ChecksumCRC32);
    expect(await attributes('full')).toMatchObject({
      Checksum: { ChecksumCRC32: full.done.ChecksumCRC32, ChecksumType: 'FULL_OBJECT' },
      ObjectParts: { TotalPartsCount: 3 },
    });
    expect((await attributes('full')).ObjectParts?.Parts).toBeUndefined();
  });

  it('tells which parts are there, also after a restart, and takes a part again', async () => {
    const directory = await temporaryDirectory();
    const before = await startS3({ directory });
    const upload = await begin(before.client());
    await uploadParts(before.client(), upload, [Buffer.from('old'), Buffer.from('two'), Buffer.from('three')]);
    await before.stop();
    const { client } = await startS3({ directory });
    const s3 = client();

    await s3.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'new!' }));
    const first = await s3.send(new ListPartsCommand({ ...upload, MaxParts: 2 }));
    const rest = await s3.send(new ListPartsCommand({ ...upload, PartNumberMarker: first.NextPartNumberMarker }));
    const uploads = await s3.send(new ListMultipartUploadsCommand({ Bucket: 'bytes', Prefix: 'b' }));

    expect(first).toMatchObject({
      IsTruncated: true,
      Parts: [
        { PartNumber: 1, Size: 4 },
        { PartNumber: 2, Size: 3 },
      ],
    });
    expect(rest).toMatchObject({ IsTruncated: false, Parts: [{ PartNumber: 3, Size: 5 }] });
    expect(uploads.Uploads).toMatchObject([{ Key: 'big', UploadId: upload.UploadId }]);
    expect(await readdir(join(directory, 'bytes'))).toHaveLength(3);
  });

  it('is listed among others of its key in the order in which they began, also over pages and restarts', async () => {
    const directory = await temporaryDirectory();
    const before = await startS3({ directory });
    const begun: (string | undefined)[] = [];
    for (let n = 0; n < 6; n += 1) begun.push((await begin(before.client())).UploadId);
    await before.stop();
    const s3 = (await startS3({ directory })).client();
    begun.push((await begin(s3)).UploadId);

    const seen: (string | undefined)[] = [];
    let markers: { KeyMarker?: string; UploadIdMarker?: string } | undefined = {};
    while (markers !== undefined) {
      const page: ListMultipartUploadsCommandOutput = await s3.send(
        new ListMultipartUploadsCommand({ Bucket: 'bytes', MaxUploads: 3, ...markers }),
      );
      for (const { UploadId } of page.Uploads ?? []) {
        seen.push(UploadId);
        await s3.send(new AbortMultipartUploadCommand({ ...target, UploadId }));
      }
      markers =
        page.IsTruncated === true
          ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
          : undefined;
    }

    expect(seen).toEqual(begun);
  });

  it('refuses parts that are out of order, unknown, changed or too small, and stays open', async () => {
    const s3 = (await startS3()).client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const upload = await begin(s3);
    const [one, two] = await uploadParts(s3, upload, [Buffer.from('one'), Buffer.from('two')]);
    const complete = (Parts: (CompletedPart | undefined)[]) =>
      s3.send(
        new CompleteMultipartUploadCommand({
          ...upload,
          MultipartUpload: { Parts: Parts.flatMap((part) => (part ? [part] : [])) },
        }),
      );

    await expect(complete([two, one])).rejects.toMatchObject({
      name: 'InvalidPartOrder',
      UploadId: upload.UploadId,
    });
    await expect(complete([one, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(complete([one, { ...two, PartNumber: 9 }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete([one, { ...two, ETag: one?.ETag }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete([one, two])).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await expect(complete([])).rejects.toMatchObject({ name: 'MalformedXML' });
    expect(await complete([two])).toMatchObject({ ETag: expect.stringMatching(/-1"$/) });
    await expect(complete([one])).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  it('refuses a part without the checksum that was agreed, and a type that an algorithm cannot have', async () => {
    const s3 = (await startS3()).client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const upload = await begin(s3, { ChecksumAlgorithm: 'SHA256' });

    await expect(s3.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'x' }))).rejects.toMatchObject({
      name: 'InvalidRequest',
    });
    await expect(s3.send(new UploadPartCommand({ ...upload, PartNumber: 10_001, Body: 'x' }))).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
    await expect(begin(s3, { ChecksumAlgorithm: 'SHA256', ChecksumType: 'FULL_OBJECT' })).rejects.toMatchObject({
      name: 'InvalidRequest',
    });
    await expect(begin(s3, { ChecksumAlgorithm: 'CRC64NVME', ChecksumType: 'COMPOSITE' })).rejects.toMatchObject({
      name: 'InvalidRequest',
    });
  });

  it.each([
    ['COMPOSITE', 'FULL_OBJECT'],
    ['FULL_OBJECT', 'COMPOSITE'],
    [undefined, 'COMPOSITE'],
    [undefined, 'FULL_OBJECT'],
  ] as const)('created with the checksum type %s is not completed as %s', async (ChecksumType, other) => {
    const s3 = (await startS3()).client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const algorithm = ChecksumType === undefined ? {} : { ChecksumAlgorithm: 'CRC32' as const };
    const upload = await begin(s3, { ...algorithm, ChecksumType });
    const Parts = await uploadParts(s3, upload, [Buffer.from('one')], algorithm.ChecksumAlgorithm);
    const complete = (type: 'COMPOSITE' | 'FULL_OBJECT' | undefined) =>
      s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, ChecksumType: type }));

    await expect(complete(other)).rejects.toMatchObject({
      name: 'InvalidRequest',
      message: `The upload was created using the ${ChecksumType ?? 'null'} checksum mode. The complete request must use the same checksum mode.`,
    });
    expect(await complete(ChecksumType)).toMatchObject({ ETag: expect.stringMatching(/-1"$/) });
  });

  it.each<[string, Partial<CompleteMultipartUploadCommandInput>]>([
    ['of other bytes', { ChecksumCRC32C: 'AAAAAA==', ChecksumType: 'FULL_OBJECT' }],
    ['of another algorithm', { ChecksumCRC32: 'NSRBwg==', ChecksumType: 'FULL_OBJECT' }],
    ['that does not say it is of the whole object', { ChecksumCRC32C: 'Nks/tw==' }],
  ])('of the full object refuses a checksum %s', async (_, promise) => {
    const s3 = (await startS3()).client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const upload = await begin(s3, { ChecksumAlgorithm: 'CRC32C', ChecksumType: 'FULL_OBJECT' });
    const Parts = await uploadParts(s3, upload, [Buffer.from('abc')], 'CRC32C');
    const complete = (input: Partial<CompleteMultipartUploadCommandInput>) =>
      s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, ...input }));

    await expect(complete(promise)).rejects.toMatchObject({
      name: 'BadDigest',
      message: 'The crc32c you specified did not match the calculated checksum.',
    });
    expect(await complete({ ChecksumCRC32C: 'Nks/tw==', ChecksumType: 'FULL_OBJECT' })).toMatchObject({
      ChecksumCRC32C: 'Nks/tw==',
    });
  });

  it('refuses a part that is listed with a checksum of another algorithm, and a list without parts', async () => {
    const s3 = (await startS3()).client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const upload = await begin(s3, { ChecksumAlgorithm: 'CRC32' });
    const [part] = await uploadParts(s3, upload, [Buffer.from('abc')], 'CRC32');
    const ChecksumSHA256 = createHash('sha256').update('abc').digest('base64');
    const Parts = [{ ETag: part?.ETag, PartNumber: 1, ChecksumSHA256 }];

    await expect(
      s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } })),
    ).rejects.toMatchObject({
      name: 'BadDigest',
      message: 'The sha256 you specified for part 1 did not match what we received.',
    });
    await expect(s3.send(new CompleteMultipartUploadCommand(upload))).rejects.toMatchObject({
      name: 'InvalidRequest',
      message: 'You must specify at least one part',
    });
  });

  it('has parts without a gap when its checksum is made of theirs', async () => {
    const s3 = (await startS3()).client();
    const complete = async (ChecksumType: 'COMPOSITE' | 'FULL_OBJECT') => {
      const upload = await begin(s3, { ChecksumAlgorithm: 'CRC32', ChecksumType });
      const [one, , three] = await uploadParts(s3, upload, bodies, 'CRC32');
      const Parts = [one, three].flatMap((part) => (part ? [part] : []));
      return s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    };

    await expect(complete('COMPOSITE')).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    expect(await complete('FULL_OBJECT')).toMatchObject({ ETag: expect.stringMatching(/-2"$/) });
  });

  it('ends with all its bytes when it is aborted', async () => {
    const { client, directory } = await startS3();
    const s3 = client();
    const upload = await begin(s3);
    await uploadParts(s3, upload, [Buffer.from('one')]);

    await s3.send(new AbortMultipartUploadCommand(upload));

    expect(await readdir(join(directory, 'bytes'))).toEqual([]);
    await expect(s3.send(new ListPartsCommand(upload))).rejects.toMatchObject({ name: 'NoSuchUpload' });
    await expect(s3.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'x' }))).rejects.toMatchObject({
      name: 'NoSuchUpload',
    });
    await expect(s3.send(new AbortMultipartUploadCommand(upload))).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  it('completes once when many try at the same time, or again later, and tells all of them the same', async () => {
    const events: S3Event[] = [];
    const s3 = (await startS3({ onEvent: (event) => events.push(event) })).client({
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    const upload = await begin(s3);
    const Parts = await uploadParts(s3, upload, [Buffer.from('one')]);
    const complete = async () => {
      const { ETag, VersionId, ChecksumCRC64NVME } = await s3.send(
        new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, IfNoneMatch: '*' }),
      );
      return { ETag, VersionId, ChecksumCRC64NVME };
    };

    const together = await Promise.all(Array.from({ length: 8 }, complete));
    const later = await complete();

    expect(new Set([...together, later].map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(events).toHaveLength(1);
    expect(await (await s3.send(new GetObjectCommand(target))).Body?.transformToString()).toBe('one');
  });

  it('is refused when another one has made the object meanwhile, and stays open', async () => {
    const s3 = (await startS3()).client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const uploads = await Promise.all(
      ['one', 'two', 'three'].map(async (text) => {
        const upload = await begin(s3);
        return { ...upload, MultipartUpload: { Parts: await uploadParts(s3, upload, [Buffer.from(text)]) } };
      }),
    );

    const outcomes = await Promise.allSettled(
      uploads.map((upload) => s3.send(new CompleteMultipartUploadCommand({ ...upload, IfNoneMatch: '*' }))),
    );

    const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refusals.map(({ reason }) => reason.name)).toEqual(['PreconditionFailed', 'PreconditionFailed']);
    expect((await s3.send(new ListMultipartUploadsCommand({ Bucket: 'bytes' }))).Uploads).toHaveLength(2);
  });

  it('is refused under a condition when its object was written or deleted meanwhile, until it is begun anew', async () => {
    const directory = await temporaryDirectory();
    const before = await startS3({ directory });
    const s3 = before.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const beginWhole = async () => {
      const upload = await begin(s3);
      return { ...upload, MultipartUpload: { Parts: await uploadParts(s3, upload, [Buffer.from('whole')]) } };
    };
    const { ETag } = await s3.send(new PutObjectCommand({ ...target, Body: 'x' }));
    const overwriting = await beginWhole();
    await s3.send(new PutObjectCommand({ ...target, Body: 'x' }));
    const creating = await beginWhole();
    await s3.send(new DeleteObjectCommand(target));
    await before.stop();
    const { client } = await startS3({ directory });
    const complete = (input: CompleteMultipartUploadCommandInput) =>
      client({ requestChecksumCalculation: 'WHEN_REQUIRED' }).send(new CompleteMultipartUploadCommand(input));

    const conflict = { name: 'ConditionalRequestConflict', Key: 'big', $metadata: { httpStatusCode: 409 } };
    await expect(complete({ ...creating, IfNoneMatch: '*' })).rejects.toMatchObject({
      ...conflict,
      Condition: 'If-None-Match',
    });
    expect(await complete(creating)).toMatchObject({ Key: 'big' });
    await client().send(new PutObjectCommand({ ...target, Body: 'x' }));
    await expect(complete({ ...overwriting, IfMatch: ETag })).rejects.toMatchObject({
      ...conflict,
      Condition: 'If-Match',
    });
  });

  it('is refused so after a restart too, though the version that it began over is gone for good', async () => {
    const directory = await temporaryDirectory();
    const before = await startS3({ directory });
    const s3 = before.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const { VersionId } = await s3.send(new PutObjectCommand({ ...target, Body: 'x' }));
    const upload = await begin(s3);
    const MultipartUpload = { Parts: await uploadParts(s3, upload, [Buffer.from('whole')]) };
    await s3.send(new DeleteObjectCommand({ ...target, VersionId }));
    await before.stop();
    const { client } = await startS3({ directory });
    const again = client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

    const { ETag } = await again.send(new PutObjectCommand({ ...target, Body: 'x' }));
    const completion = again.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload, IfMatch: ETag }));

    await expect(completion).rejects.toMatchObject({ name: 'ConditionalRequestConflict' });
  });

  it('is refused so in a bucket without versions, where nothing is left of the object that was deleted', async () => {
    const s3 = (await startS3()).client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const plain = { Bucket: 'plain', Key: target.Key };
    await s3.send(new PutObjectCommand({ ...plain, Body: 'x' }));
    const upload = { ...(await begin(s3, plain)), ...plain };
    const MultipartUpload = { Parts: await uploadParts(s3, upload, [Buffer.from('whole')]) };
    await s3.send(new DeleteObjectCommand(plain));

    const refused = s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload, IfNoneMatch: '*' }));

    await expect(refused).rejects.toMatchObject({ name: 'ConditionalRequestConflict', Condition: 'If-None-Match' });
    const anew = { ...(await begin(s3, plain)), ...plain };
    const Parts = await uploadParts(s3, anew, [Buffer.from('whole')]);
    const done = new CompleteMultipartUploadCommand({ ...anew, MultipartUpload: { Parts }, IfNoneMatch: '*' });
    expect(await s3.send(done)).toMatchObject({ Key: target.Key });
  });

  it('is completed under a condition when only other objects were written meanwhile', async () => {
    const s3 = (await startS3()).client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const { ETag } = await s3.send(new PutObjectCommand({ ...target, Body: 'x' }));
    const upload = await begin(s3);
    const MultipartUpload = { Parts: await uploadParts(s3, upload, [Buffer.from('whole')]) };
    await s3.send(new PutObjectCommand({ ...target, Key: 'other', Body: 'x' }));

    const done = await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload, IfMatch: ETag }));

    expect(done.ETag).toMatch(/-1"$/);
  });

  it('is refused when it has not the size that was promised', async () => {
    const s3 = (await startS3()).client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const upload = await begin(s3);
    const Parts = await uploadParts(s3, upload, [Buffer.from('four')]);
    const complete = (MpuObjectSize: number) =>
      s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, MpuObjectSize }));

    await expect(complete(5)).rejects.toMatchObject({ name: 'InvalidRequest' });
    expect(await complete(4)).toMatchObject({ ETag: expect.stringMatching(/-1"$/) });
  });

  it('that agreed on no checksum has the CRC-64/NVME of all its bytes', async () => {
    const s3 = (await startS3()).client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const upload = await begin(s3);
    const Parts = await uploadParts(s3, upload, bodies);

    const done = await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    const single = await s3.send(new PutObjectCommand({ ...target, Key: 'single', Body: whole }));

    expect(done).toMatchObject({ ChecksumCRC64NVME: single.ChecksumCRC64NVME, ChecksumType: 'FULL_OBJECT' });
  });

  it('that agreed on no checksum verifies those of its parts, and then knows only its own', async () => {
    const s3 = (await startS3()).client();
    const upload = await begin(s3);
    const Parts = await uploadParts(s3, upload, [Buffer.from('one')], 'CRC32C');
    const complete = (parts: CompletedPart[]) =>
      s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: parts } }));
    const single = await s3.send(
      new PutObjectCommand({ ...target, Key: 'single', Body: 'one', ChecksumAlgorithm: 'CRC64NVME' }),
    );

    const wrong = s3.send(new UploadPartCommand({ ...upload, PartNumber: 2, Body: 'x', ChecksumCRC32C: 'AAAAAA==' }));
    await expect(wrong).rejects.toMatchObject({ name: 'BadDigest' });
    expect(Parts).toMatchObject([{ ChecksumCRC32C: expect.any(String), ChecksumCRC64NVME: undefined }]);
    expect((await s3.send(new ListPartsCommand(upload))).Parts?.[0]).not.toHaveProperty('ChecksumCRC32C');
    await expect(complete(Parts)).rejects.toMatchObject({ name: 'InvalidPart' });
    expect(await complete(Parts.map(({ ETag, PartNumber }) => ({ ETag, PartNumber })))).toMatchObject({
      ChecksumCRC64NVME: single.ChecksumCRC64NVME,
      ChecksumType: 'FULL_OBJECT',
    });
  });
});
