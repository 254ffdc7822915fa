import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CopyObjectCommand,
  type CopyObjectCommandInput,
  DeleteObjectCommand,
  DeleteObjectTaggingCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import type { Want } from '../../../local/signatures/principal';
import { owner, reader } from './fixtures';
import { startS3, temporaryDirectory } from './startS3';

const Bucket = 'bytes';

describe('CopyObject', () => {
  it('copies bytes, headers and tags, or replaces them', async () => {
    const s3 = (await startS3()).client();
    const source = await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: 'ä b',
        Body: 'hello',
        ContentType: 'text/plain',
        Tagging: 'a=b',
        Metadata: { x: '1' },
      }),
    );
    await s3.send(new PutObjectCommand({ Bucket, Key: 'ä b', Body: 'newer' }));
    const CopySource = `${Bucket}/${encodeURIComponent('ä b')}?versionId=${source.VersionId}`;

    const copy = await s3.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'copy', CopySource }));
    await s3.send(
      new CopyObjectCommand({
        Bucket,
        Key: 'other',
        CopySource,
        MetadataDirective: 'REPLACE',
        ContentType: 'text/csv',
        TaggingDirective: 'REPLACE',
      }),
    );
    const first = await s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'copy' }));
    const second = await s3.send(new GetObjectCommand({ Bucket, Key: 'other' }));

    expect(copy).toMatchObject({
      CopySourceVersionId: source.VersionId,
      CopyObjectResult: { ETag: source.ETag, ChecksumCRC32: source.ChecksumCRC32 },
    });
    expect(first).toMatchObject({ ContentType: 'text/plain', Metadata: { x: '1' }, TagCount: 1 });
    expect(await first.Body?.transformToString()).toBe('hello');
    expect([second.ContentType, second.Metadata, second.TagCount]).toEqual(['text/csv', {}, undefined]);
  });

  it('refuses what is not there, a failed condition, itself, and whoever may not', async () => {
    const { client, directory } = await startS3();
    const s3 = client();
    await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'hello' }));
    const copy = (input: { CopySource: string; CopySourceIfMatch?: string; IfNoneMatch?: string }, Key = 'copy') =>
      s3.send(new CopyObjectCommand({ Bucket, Key, ...input }));

    await expect(copy({ CopySource: 'bytes/none' })).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(copy({ CopySource: 'nowhere/k' })).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(copy({ CopySource: 'bytes' })).rejects.toMatchObject({
      name: 'InvalidArgument',
      ArgumentName: 'x-amz-copy-source',
      ArgumentValue: 'x-amz-copy-source',
    });
    await expect(copy({ CopySource: 'bytes/k', CopySourceIfMatch: '"x"' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await expect(copy({ CopySource: 'bytes/k', IfNoneMatch: '"x"' })).rejects.toMatchObject({ name: 'NotImplemented' });
    await expect(copy({ CopySource: 'bytes/k' }, 'k')).rejects.toMatchObject({ name: 'InvalidRequest' });
    await expect(
      client({ credentials: reader }).send(new CopyObjectCommand({ Bucket, Key: 'c', CopySource: 'bytes/k' })),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(await readdir(join(directory, 'bytes'))).toHaveLength(1);
  });

  it('asks for the permission to read the tags that it copies, and to write those that it gives', async () => {
    const actions = new Set(['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject']);
    const copier = { ...reader, allows: ({ action }: Want) => actions.has(action) };
    const s3 = await startS3({ principals: { get: (id) => (id === reader.accessKeyId ? copier : owner) } });
    const tagged = { Bucket, Key: 'k', Body: 'x', Tagging: 'a=b' };
    const { VersionId } = await s3.client().send(new PutObjectCommand(tagged));
    const copy = (input: Partial<CopyObjectCommandInput> = {}) =>
      s3
        .client({ credentials: reader })
        .send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: 'bytes/k', ...input }));
    const others = { TaggingDirective: 'REPLACE', Tagging: 'c=d' } as const;
    const pinned = { CopySource: `bytes/k?versionId=${VersionId}` };
    const refused = { name: 'AccessDenied' };

    await copy({ TaggingDirective: 'REPLACE' });
    await expect(copy(others)).rejects.toMatchObject(refused);
    actions.add('s3:PutObjectTagging');
    await copy(others);
    await expect(copy()).rejects.toMatchObject(refused);
    actions.add('s3:GetObjectTagging');
    await copy();
    await expect(copy(pinned)).rejects.toMatchObject(refused);
    actions.add('s3:GetObjectVersionTagging');
    await copy(pinned);
  });

  it('refuses a delete marker as a request that can never work, but a deleted object as missing', async () => {
    const s3 = (await startS3()).client();
    const { VersionId } = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    const copy = (CopySource: string) => s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource }));

    await expect(copy('bytes/k')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(copy(`bytes/k?versionId=${VersionId}`)).rejects.toMatchObject({
      name: 'InvalidRequest',
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe('tags', () => {
  it('are set with an object, read, replaced and removed, and outlive a restart', async () => {
    const directory = await temporaryDirectory();
    const before = await startS3({ directory });
    const s3 = before.client();
    const object = { Bucket, Key: 'k' };
    await s3.send(new PutObjectCommand({ ...object, Body: 'x', Tagging: 'a=1&b%20c=2%2F3' }));

    const first = await s3.send(new GetObjectTaggingCommand(object));
    await s3.send(new PutObjectTaggingCommand({ ...object, Tagging: { TagSet: [{ Key: 'ü', Value: '' }] } }));
    await before.stop();
    const again = (await startS3({ directory })).client();
    const second = await again.send(new GetObjectTaggingCommand(object));
    await again.send(new DeleteObjectTaggingCommand(object));
    const third = await again.send(new GetObjectTaggingCommand(object));

    expect(first.TagSet).toEqual([
      { Key: 'a', Value: '1' },
      { Key: 'b c', Value: '2/3' },
    ]);
    expect(second.TagSet).toEqual([{ Key: 'ü', Value: '' }]);
    expect(third.TagSet).toEqual([]);
  });

  it.each(['key1=val1&key1=val2', 'key1=val1,key2=val2'])(
    'are refused in a header as malformed: %s',
    async (Tagging) => {
      const s3 = (await startS3()).client();

      await expect(s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', Tagging }))).rejects.toMatchObject({
        name: 'InvalidArgument',
        ArgumentName: 'x-amz-tagging',
        ArgumentValue: Tagging,
      });
    },
  );

  it.each([
    [[{ Key: 'a,b', Value: '1' }], { TagKey: 'a,b' }],
    [[{ Key: 'a', Value: '1,2' }], { TagKey: 'a', TagValue: '1,2' }],
    [
      [
        { Key: 'a', Value: '1' },
        { Key: 'a', Value: '2' },
      ],
      { TagKey: 'a' },
    ],
  ])('that are refused (%j) are named', async (TagSet, named) => {
    const s3 = (await startS3()).client();
    await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));

    await expect(s3.send(new PutObjectTaggingCommand({ Bucket, Key: 'k', Tagging: { TagSet } }))).rejects.toMatchObject(
      { name: 'InvalidTag', ...named },
    );
  });

  it.each(['with', 'without'])('of a delete marker are refused %s its id', async (how) => {
    const s3 = (await startS3()).client();
    const { VersionId: id } = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    const target = { Bucket, Key: 'k', ...(how === 'with' ? { VersionId: id } : {}) };
    const refused = (Method: string) => ({ name: 'MethodNotAllowed', Method, ResourceType: 'DeleteMarker' });

    await expect(s3.send(new GetObjectTaggingCommand(target))).rejects.toMatchObject(refused('GET'));
    await expect(s3.send(new DeleteObjectTaggingCommand(target))).rejects.toMatchObject(refused('DELETE'));
    await expect(s3.send(new PutObjectTaggingCommand({ ...target, Tagging: { TagSet: [] } }))).rejects.toMatchObject(
      refused('PUT'),
    );
  });

  it.each([
    [
      [
        { Key: 'a', Value: '1' },
        { Key: 'a', Value: '2' },
      ],
      'InvalidTag',
    ],
    [[{ Key: '', Value: '1' }], 'InvalidTag'],
    [[{ Key: 'x'.repeat(129), Value: '1' }], 'InvalidTag'],
    [[{ Key: 'x', Value: 'y'.repeat(257) }], 'InvalidTag'],
    [[{ Key: 'x', Value: '<>' }], 'InvalidTag'],
    [[{ Key: 'aws:x', Value: 'y' }], 'InvalidTag'],
    [Array.from({ length: 11 }, (_, n) => ({ Key: `k${n}`, Value: '' })), 'BadRequest'],
  ])('that S3 would not take (%j) are refused', async (TagSet, name) => {
    const s3 = (await startS3()).client();
    await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));

    await expect(s3.send(new PutObjectTaggingCommand({ Bucket, Key: 'k', Tagging: { TagSet } }))).rejects.toMatchObject(
      { name },
    );
  });
});
