import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListMultipartUploadsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  ListPartsCommand,
  PutObjectCommand,
  type ListObjectsCommandInput,
  type ListObjectsCommandOutput,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { owner, reader } from './fixtures';
import { startS3 } from './startS3';

const Bucket = 'bytes';
// In UTF-8 byte order, which differs from UTF-16 order.
const keys = ['!', 'a', 'a/1', 'a/2/x', 'a/2/y', 'a0', 'b/1', 'é', '\uffee', '😀'];

const fill = async (s3: S3Client): Promise<void> => {
  for (const Key of [...keys].reverse()) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
};

describe('ListObjectsV2', () => {
  it('lists in the order of bytes, page by page', async () => {
    const s3 = (await startS3()).client();
    await fill(s3);

    const seen: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const page = await s3.send(new ListObjectsV2Command({ Bucket, MaxKeys: 3, ContinuationToken: token }));
      expect(page.KeyCount).toBe(page.Contents?.length);
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      token = page.NextContinuationToken;
    } while (token !== undefined);

    expect(seen).toEqual(keys);
  });

  it('rolls up what shares a delimiter, also over pages', async () => {
    const s3 = (await startS3()).client();
    await fill(s3);

    const all = await s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' }));
    const inside = await s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', Prefix: 'a/' }));
    const first = await s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', MaxKeys: 3 }));
    const second = await s3.send(
      new ListObjectsV2Command({ Bucket, Delimiter: '/', MaxKeys: 3, ContinuationToken: first.NextContinuationToken }),
    );

    expect(all.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['a/', 'b/']);
    expect(all.Contents?.map(({ Key }) => Key)).toEqual(['!', 'a', 'a0', 'é', '\uffee', '😀']);
    expect([inside.Contents?.map(({ Key }) => Key), inside.CommonPrefixes]).toEqual([['a/1'], [{ Prefix: 'a/2/' }]]);
    expect([first.IsTruncated, first.CommonPrefixes]).toEqual([true, [{ Prefix: 'a/' }]]);
    expect([second.Contents?.map(({ Key }) => Key), second.CommonPrefixes]).toEqual([['a0', 'é'], [{ Prefix: 'b/' }]]);
  });

  it('starts after a key, leaves out what is deleted, and encodes on request', async () => {
    const s3 = (await startS3()).client();
    await fill(s3);
    for (const Key of ['b/1', '\uffee']) await s3.send(new DeleteObjectCommand({ Bucket, Key }));

    const page = await s3.send(
      new ListObjectsV2Command({ Bucket, StartAfter: 'a0', Delimiter: '/', EncodingType: 'url' }),
    );
    const none = await s3.send(new ListObjectsV2Command({ Bucket, MaxKeys: 0 }));

    expect([page.Contents?.map(({ Key }) => Key), page.CommonPrefixes]).toEqual([
      ['%C3%A9', '%F0%9F%98%80'],
      undefined,
    ]);
    expect([none.KeyCount, none.IsTruncated]).toEqual([0, false]);
  });

  it('refuses a made-up token, a size that is no number, and whoever may not list', async () => {
    const { client } = await startS3();

    await expect(
      client().send(new ListObjectsV2Command({ Bucket, ContinuationToken: 'no token' })),
    ).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(client().send(new ListObjectsV2Command({ Bucket, MaxKeys: -1 }))).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
    await expect(client({ credentials: reader }).send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    await expect(client().send(new ListObjectsV2Command({ Bucket: 'nowhere' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });
});

describe('ListObjects', () => {
  const listAll = async (s3: S3Client, input: Partial<ListObjectsCommandInput>) => {
    const seen: (string | undefined)[] = [];
    let Marker: string | undefined = '';
    while (Marker !== undefined) {
      const page: ListObjectsCommandOutput = await s3.send(new ListObjectsCommand({ Bucket, ...input, Marker }));
      const groups = (page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix);
      const found = (page.Contents ?? []).map(({ Key }) => Key);
      seen.push(...groups, ...found);
      Marker = page.IsTruncated === true ? (page.NextMarker ?? found.at(-1)) : undefined;
    }
    return seen;
  };

  it('lists in the order of bytes, page by page', async () => {
    const s3 = (await startS3()).client();
    await fill(s3);
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a0' }));

    const first = await s3.send(new ListObjectsCommand({ Bucket, MaxKeys: 1 }));

    expect(await listAll(s3, { MaxKeys: 2 })).toEqual(keys.filter((key) => key !== 'a0'));
    expect(first).toMatchObject({ Name: Bucket, Marker: '', MaxKeys: 1, IsTruncated: true });
    expect(first.Contents).toMatchObject([{ Key: '!', Size: 1, StorageClass: 'STANDARD' }]);
    expect(first.NextMarker).toBeUndefined();
  });

  it('rolls up what shares a delimiter, and goes on after a group', async () => {
    const s3 = (await startS3()).client();
    await fill(s3);
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a/', Body: 'x' }));

    const all = await listAll(s3, { Delimiter: '/', MaxKeys: 1 });
    const inside = await listAll(s3, { Delimiter: '/', Prefix: 'a/', MaxKeys: 1 });
    const encoded = await s3.send(new ListObjectsCommand({ Bucket, Marker: 'b/1', EncodingType: 'url' }));

    expect(all).toEqual(['!', 'a', 'a/', 'a0', 'b/', 'é', '\uffee', '😀']);
    expect(inside).toEqual(['a/', 'a/1', 'a/2/']);
    expect(encoded.Contents?.map(({ Key }) => Key)).toEqual(['%C3%A9', '%EF%BF%AE', '%F0%9F%98%80']);
  });

  it('refuses whoever may not list', async () => {
    const { client } = await startS3();

    await expect(client({ credentials: reader }).send(new ListObjectsCommand({ Bucket }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });
});

// As recorded from S3.
const folder = ['folder/aSubfolder/subFile1', 'folder/aSubfolder/subFile2', 'folder/file1', 'folder/file2'];
const inFolder = { Bucket, Prefix: 'folder/', Delimiter: '/' };

describe('ListMultipartUploads', () => {
  const begin = async (s3: S3Client): Promise<(string | undefined)[]> => {
    const ids: (string | undefined)[] = [];
    for (const Key of folder) ids.push((await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }))).UploadId);
    return ids;
  };

  it('rolls up what shares a delimiter', async () => {
    const s3 = (await startS3()).client();
    await begin(s3);

    const all = await s3.send(new ListMultipartUploadsCommand(inFolder));
    const first = await s3.send(new ListMultipartUploadsCommand({ ...inFolder, MaxUploads: 1 }));

    expect(all).toMatchObject({
      Delimiter: '/',
      IsTruncated: false,
      CommonPrefixes: [{ Prefix: 'folder/aSubfolder/' }],
    });
    expect(all.Uploads?.map(({ Key }) => Key)).toEqual(['folder/file1', 'folder/file2']);
    expect(first).toMatchObject({
      CommonPrefixes: [{ Prefix: 'folder/aSubfolder/' }],
      IsTruncated: true,
      NextKeyMarker: '',
      NextUploadIdMarker: '',
    });
    expect(first.Uploads).toBeUndefined();
  });

  it.each(['folder/aSubfolder/', 'folder/aSubfolder/subFile1'])('goes on behind the group of %s', async (KeyMarker) => {
    const s3 = (await startS3()).client();
    const ids = await begin(s3);

    const page = await s3.send(new ListMultipartUploadsCommand({ ...inFolder, MaxUploads: 1, KeyMarker }));

    expect(page).toMatchObject({
      IsTruncated: true,
      NextKeyMarker: 'folder/file1',
      NextUploadIdMarker: ids[2],
      Uploads: [{ Key: 'folder/file1', UploadId: ids[2] }],
    });
    expect(page.CommonPrefixes).toBeUndefined();
  });

  it('names the last upload of the last page too, and reads an id only with its key', async () => {
    const s3 = (await startS3()).client();
    const ids = await begin(s3);

    const alone = await s3.send(new ListMultipartUploadsCommand({ Bucket, UploadIdMarker: ids[3] }));
    const other = s3.send(new ListMultipartUploadsCommand({ Bucket, KeyMarker: folder[2], UploadIdMarker: ids[0] }));

    expect(alone).toMatchObject({ IsTruncated: false, UploadIdMarker: '', NextKeyMarker: folder[3] });
    expect([alone.Prefix, alone.Delimiter, alone.Uploads?.length]).toEqual([undefined, undefined, 4]);
    await expect(other).rejects.toMatchObject({ name: 'InvalidArgument', message: 'Invalid uploadId marker' });
  });
});

describe('a marker inside a group', () => {
  it('is followed by what comes behind the group', async () => {
    const s3 = (await startS3()).client();
    for (const Key of folder) await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    const pinned = await s3.send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 1 }));

    const objects = await s3.send(new ListObjectsCommand({ ...inFolder, Marker: folder[0] }));
    const versions = await s3.send(new ListObjectVersionsCommand({ ...inFolder, KeyMarker: folder[0] }));
    const after = await s3.send(
      new ListObjectVersionsCommand({
        ...inFolder,
        KeyMarker: pinned.NextKeyMarker,
        VersionIdMarker: pinned.NextVersionIdMarker,
      }),
    );

    expect([objects.CommonPrefixes, versions.CommonPrefixes, after.CommonPrefixes]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([objects.Contents, versions.Versions, after.Versions].map((found) => found?.map(({ Key }) => Key))).toEqual([
      folder.slice(2),
      folder.slice(2),
      folder.slice(2),
    ]);
  });
});

describe('ListObjectVersions', () => {
  it('goes on after an object that is named like the prefix', async () => {
    const s3 = (await startS3()).client();
    for (const Key of ['a/', 'a/1']) await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    const input = { Bucket, Prefix: 'a/', Delimiter: '/', MaxKeys: 1 };

    const first = await s3.send(new ListObjectVersionsCommand(input));
    const second = await s3.send(
      new ListObjectVersionsCommand({
        ...input,
        KeyMarker: first.NextKeyMarker,
        VersionIdMarker: first.NextVersionIdMarker,
      }),
    );

    expect([first, second].map(({ Versions }) => Versions?.map(({ Key }) => Key))).toEqual([['a/'], ['a/1']]);
  });

  it('refuses to go on after an id that no version can have', async () => {
    const s3 = (await startS3()).client();
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));

    const page = s3.send(new ListObjectVersionsCommand({ Bucket, KeyMarker: 'a', VersionIdMarker: 'bogus' }));

    await expect(page).rejects.toMatchObject({ name: 'InvalidArgument', message: 'Invalid version id specified' });
  });

  it('lists versions and markers, newest first, one by one over pages', async () => {
    const s3 = (await startS3()).client();
    for (const Body of ['1', '22']) await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
    await s3.send(new PutObjectCommand({ Bucket, Key: 'b/x', Body: '333' }));

    const seen: unknown[] = [];
    let markers: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
    while (markers !== undefined) {
      const page: ListObjectVersionsCommandOutput = await s3.send(
        new ListObjectVersionsCommand({ Bucket, MaxKeys: 1, ...markers }),
      );
      for (const { Key, Size, IsLatest } of page.Versions ?? []) seen.push([Key, Size, IsLatest]);
      for (const { Key, IsLatest } of page.DeleteMarkers ?? []) seen.push([Key, 'marker', IsLatest]);
      markers =
        page.IsTruncated === true
          ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
          : undefined;
    }
    const rolledUp = await s3.send(new ListObjectVersionsCommand({ Bucket, Delimiter: '/', KeyMarker: 'a' }));

    expect(seen).toEqual([
      ['a', 'marker', true],
      ['a', 2, false],
      ['a', 1, false],
      ['b/x', 3, true],
    ]);
    expect([rolledUp.CommonPrefixes, rolledUp.Versions]).toEqual([[{ Prefix: 'b/' }], undefined]);
  });
});

describe('the buckets', () => {
  it('are listed and described', async () => {
    const s3 = (await startS3()).client();

    expect((await s3.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)).toEqual(['bytes', 'plain']);
    expect((await s3.send(new ListBucketsCommand({ Prefix: 'p' }))).Buckets).toMatchObject([{ Name: 'plain' }]);
    expect((await s3.send(new ListBucketsCommand({ BucketRegion: 'eu-west-1' }))).Buckets).toEqual([]);
    expect((await s3.send(new HeadBucketCommand({ Bucket }))).BucketRegion).toBe('eu-central-1');
    expect((await s3.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBe('eu-central-1');
    expect((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Enabled');
    expect((await s3.send(new GetBucketVersioningCommand({ Bucket: 'plain' }))).Status).toBeUndefined();
    await expect(s3.send(new HeadBucketCommand({ Bucket: 'nowhere' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('are somebody’s, and so is what is in them', async () => {
    const s3 = (await startS3()).client();
    await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: '' }));
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'u' }));

    const { Owner } = await s3.send(new ListBucketsCommand({}));
    const lists = [
      (await s3.send(new ListObjectsCommand({ Bucket }))).Contents,
      (await s3.send(new ListObjectsV2Command({ Bucket, FetchOwner: true }))).Contents,
      (await s3.send(new ListObjectVersionsCommand({ Bucket }))).Versions,
      (await s3.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads,
      [await s3.send(new ListPartsCommand({ Bucket, Key: 'u', UploadId }))],
    ];

    expect(Owner?.ID).toMatch(/^[0-9a-f]{64}$/);
    expect(lists.map((list) => list?.map((item) => item.Owner))).toEqual(lists.map(() => [Owner]));
    expect((await s3.send(new ListObjectsV2Command({ Bucket }))).Contents?.[0]).not.toHaveProperty('Owner');
  });

  it('know who began an upload', async () => {
    const principal = { ...owner, arn: 'arn:aws:iam::000000000000:user/developer' };
    const s3 = (await startS3({ principals: new Map([[owner.accessKeyId, principal]]) })).client();
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'u' }));

    const { Uploads } = await s3.send(new ListMultipartUploadsCommand({ Bucket }));
    const { Initiator } = await s3.send(new ListPartsCommand({ Bucket, Key: 'u', UploadId }));

    expect(Initiator).toEqual({ ID: principal.arn, DisplayName: 'developer' });
    expect(Uploads?.[0]?.Initiator).toEqual(Initiator);
  });

  it('tell their region to who may not see them', async () => {
    const { origin } = await startS3();

    const [bucket, object] = await Promise.all(
      ['/bytes', '/bytes/k'].map((path) => fetch(`${origin}${path}`, { method: 'HEAD' })),
    );

    expect([bucket?.status, bucket?.headers.get('x-amz-bucket-region')]).toEqual([403, 'eu-central-1']);
    expect([object?.status, object?.headers.get('x-amz-bucket-region')]).toEqual([403, null]);
  });

  it('are there when a client makes sure of them, as us-east-1 has it', async () => {
    const s3 = (await startS3({ region: 'us-east-1' })).client({ region: 'us-east-1' });

    expect((await s3.send(new CreateBucketCommand({ Bucket }))).Location).toBe('/bytes');
  });
});
