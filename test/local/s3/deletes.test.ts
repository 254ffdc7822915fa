import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type ObjectIdentifier,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import type { Principal } from '../../../local/signatures/principal';
import { principals, reader } from './fixtures';
import { startS3 } from './startS3';
import { elementOf, send, signed } from './sendRequest';

const Bucket = 'bytes';

describe('DeleteObject', () => {
  it('hides an object behind a delete marker, and shows it again when the marker goes', async () => {
    const s3 = (await startS3()).client();
    const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'one' }));

    const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    const hidden = await s3.send(new GetObjectCommand({ Bucket, Key: 'k' })).catch((error: unknown) => error);
    const pinned = await s3.send(new GetObjectCommand({ Bucket, Key: 'k', VersionId }));
    const markerRead = await s3
      .send(new GetObjectCommand({ Bucket, Key: 'k', VersionId: marker.VersionId }))
      .catch((error: unknown) => error);
    const unmarked = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: marker.VersionId }));
    const shown = await s3.send(new GetObjectCommand({ Bucket, Key: 'k' }));

    expect(marker).toMatchObject({ DeleteMarker: true, $metadata: { httpStatusCode: 204 } });
    expect(hidden).toMatchObject({ name: 'NoSuchKey', $response: { headers: { 'x-amz-delete-marker': 'true' } } });
    expect(await pinned.Body?.transformToString()).toBe('one');
    expect(markerRead).toMatchObject({
      name: 'MethodNotAllowed',
      $response: { headers: { 'x-amz-delete-marker': 'true', 'last-modified': expect.stringMatching(/ GMT$/) } },
    });
    expect(unmarked).toMatchObject({ DeleteMarker: true, VersionId: marker.VersionId });
    expect(shown.VersionId).toBe(VersionId);
  });

  it('removes a pinned version with its bytes, and lets a single-use key be used again after a marker', async () => {
    const { client, directory } = await startS3();
    const s3 = client();
    const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'one' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));

    await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'two', IfNoneMatch: '*' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId }));

    expect(await readdir(join(directory, 'bytes'))).toHaveLength(1);
  });

  it('ends the object itself in a bucket without versioning, and is content when there is none', async () => {
    const { client, directory } = await startS3();
    const s3 = client();
    await s3.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: 'one' }));

    const first = await s3.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'k' }));
    const second = await s3.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'k' }));

    expect([first.DeleteMarker, second.$metadata.httpStatusCode]).toEqual([undefined, 204]);
    expect(await readdir(join(directory, 'bytes'))).toEqual([]);
    expect(await readdir(join(directory, 'versions'))).toEqual([]);
  });
});

describe('an id that no version can have', () => {
  it.each(['bogus', ''])('is refused by DeleteObject rather than taken for a version that is gone (%j)', async (id) => {
    const { port } = await startS3();

    const answer = await send(
      port,
      await signed(port, { method: 'DELETE', path: '/bytes/k', query: { versionId: id } }),
    );

    expect([answer.status, elementOf(answer.text, 'Code'), elementOf(answer.text, 'ArgumentName')]).toEqual([
      400,
      'InvalidArgument',
      'versionId',
    ]);
  });

  it('is reported by DeleteObjects as an error of its own', async () => {
    const s3 = (await startS3()).client();
    const Objects = ['bogus', ''].map((VersionId) => ({ Key: 'k', VersionId }));

    const { Deleted, Errors } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));

    expect(Deleted).toBeUndefined();
    expect(Errors).toMatchObject([{ Code: 'NoSuchVersion', VersionId: 'bogus' }, { Code: 'NoSuchVersion' }]);
  });
});

describe('a deletion under a condition', () => {
  const startFilled = async () => {
    const s3 = (await startS3()).client();
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'one' }));
    const one = (input: { IfMatch: string; Key?: string }) =>
      s3.send(new DeleteObjectCommand({ Bucket, Key: 'k', ...input }));
    const many = (Objects: ObjectIdentifier[]) => s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    return { s3, one, many, ETag: ETag ?? '' };
  };

  it.each(['its ETag', '*'])('goes ahead while the current version matches (%s)', async (what) => {
    const { one, ETag } = await startFilled();
    const IfMatch = what === '*' ? '*' : ETag;

    const deleted = await one({ IfMatch });
    const again = await one({ IfMatch }).catch((error: unknown) => error);
    const never = await one({ IfMatch, Key: 'never was' }).catch((error: unknown) => error);

    expect(deleted.DeleteMarker).toBe(true);
    expect(again).toMatchObject({ name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } });
    expect(never).toMatchObject({ name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } });
  });

  it('spares an object that has changed, of several that one too', async () => {
    const { s3, one, many, ETag } = await startFilled();
    const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'two' }));
    await s3.send(new PutObjectCommand({ Bucket, Key: 'other', Body: 'one' }));

    await expect(one({ IfMatch: ETag })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    const { Deleted, Errors } = await many([
      { Key: 'k', ETag },
      { Key: 'k', ETag, VersionId },
      { Key: 'other', ETag },
      { Key: 'never was', ETag: '*' },
    ]);

    expect(Deleted).toMatchObject([{ Key: 'other', DeleteMarker: true }]);
    expect(Errors?.map(({ Key, Code }) => [Key, Code])).toEqual([
      ['k', 'PreconditionFailed'],
      ['k', 'PreconditionFailed'],
      ['never was', 'NoSuchKey'],
    ]);
    expect((await s3.send(new GetObjectCommand({ Bucket, Key: 'k' }))).VersionId).toBe(VersionId);
  });

  it('lets one of many at the same time win', async () => {
    const { one, ETag } = await startFilled();

    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => one({ IfMatch: ETag })));

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes the right to read, unless any object will do', async () => {
    const remover = { accessKeyId: 'AKIAREMOVER', secretAccessKey: 'remover-secret' };
    const mayRemove: Principal = { ...remover, allows: ({ action }) => action === 's3:DeleteObject' };
    const { client } = await startS3({
      principals: { get: (id) => (id === remover.accessKeyId ? mayRemove : principals.get(id)) },
    });
    const { ETag = '' } = await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'one' }));
    const s3 = client({ credentials: remover });
    const one = (IfMatch: string) => s3.send(new DeleteObjectCommand({ Bucket, Key: 'k', IfMatch }));

    await expect(one(ETag)).rejects.toMatchObject({ name: 'AccessDenied' });
    const many = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'k', ETag }] } }));
    const any = await one('*');

    expect(many.Errors).toMatchObject([{ Key: 'k', Code: 'AccessDenied' }]);
    expect(any.DeleteMarker).toBe(true);
  });
});

describe('DeleteObjects', () => {
  it('deletes many, and reports each', async () => {
    const s3 = (await startS3()).client();
    const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key: 'a & <b>', Body: '1' }));

    const answer = await s3.send(
      new DeleteObjectsCommand({
        Bucket,
        Delete: { Objects: [{ Key: 'a & <b>', VersionId }, { Key: 'never was' }] },
      }),
    );
    const { Versions, DeleteMarkers } = await s3.send(new ListObjectVersionsCommand({ Bucket }));

    expect(answer.Deleted).toMatchObject([
      { Key: 'a & <b>', VersionId },
      { Key: 'never was', DeleteMarker: true },
    ]);
    expect([Versions, DeleteMarkers?.length]).toEqual([undefined, 1]);
  });

  it.each(['n\nl', 'r\rt', '\u0085', 'l\u2028s', '&#10;', '&amp;', 'a &<>"\' b', '\u{1f600}'])(
    'deletes %j, and says so',
    async (Key) => {
      const s3 = (await startS3()).client();
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: '1' }));
      const listed = await s3.send(new ListObjectsV2Command({ Bucket }));

      const answer = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key }] } }));
      const left = await s3.send(new ListObjectsV2Command({ Bucket }));

      expect(listed.Contents).toMatchObject([{ Key }]);
      expect(answer.Deleted).toMatchObject([{ Key, DeleteMarker: true }]);
      expect(left.Contents).toBeUndefined();
    },
  );

  it('says nothing of successes when asked to be quiet, and refuses each key its caller may not delete', async () => {
    const { client } = await startS3();
    const command = new DeleteObjectsCommand({ Bucket, Delete: { Quiet: true, Objects: [{ Key: 'a' }] } });

    const quiet = await client().send(command);
    const refused = await client({ credentials: reader }).send(command);

    expect([quiet.Deleted, quiet.Errors]).toEqual([undefined, undefined]);
    expect(refused.Errors).toMatchObject([{ Key: 'a', Code: 'AccessDenied' }]);
  });

  it.each([
    ['no XML', 'delete all'],
    ['another document', '<Tagging/>'],
    ['no object', '<Delete></Delete>'],
    ['an object without a key', '<Delete><Object></Object></Delete>'],
    ['two keys in one', '<Delete><Object><Key>a</Key><Key>b</Key></Object></Delete>'],
    ['a DTD', '<!DOCTYPE x [<!ENTITY a "aaaa">]><Delete><Object><Key>&a;</Key></Object></Delete>'],
    ['a thousand and one', `<Delete>${'<Object><Key>k</Key></Object>'.repeat(1001)}</Delete>`],
    ['a depth of tags', `${'<Delete>'.repeat(5000)}${'</Delete>'.repeat(5000)}`],
    ['a character that XML has no place for', '<Delete><Object><Key>\u0001zz</Key></Object></Delete>'],
    ['a reference to one', '<Delete><Object><Key>&#x1;zz</Key></Object></Delete>'],
    [
      'a reference to one, in an element that nobody reads',
      '<Delete><Object><Key>k</Key><No>&#0;</No></Object></Delete>',
    ],
    ['a reference to no character at all', '<Delete><Object><Key>&#xFFFF;zz</Key></Object></Delete>'],
    ['half of a pair', '<Delete><Object><Key>&#xD83D;&#xDE00;zz</Key></Object></Delete>'],
    ['a reference past the last character', '<Delete><Object><Key>&#x110000;zz</Key></Object></Delete>'],
    ['an entity of HTML', '<Delete><Object><Key>&copy;zz</Key></Object></Delete>'],
    ['bytes that are no UTF-8', Buffer.from('<Delete><Object><Key>\u00ff</Key></Object></Delete>', 'latin1')],
    ['a prototype’s name', '<__proto__><Delete/></__proto__>'],
  ])('refuses a body with %s', async (_, body) => {
    const { port, lines } = await startS3();
    const headers = {
      'content-md5': createHash('md5').update(body).digest('base64'),
      'content-length': String(Buffer.byteLength(body)),
    };

    const answer = await send(
      port,
      await signed(port, { method: 'POST', path: '/bytes', query: { delete: '' }, headers, body }),
    );

    expect([answer.status, elementOf(answer.text, 'Code')]).toEqual([400, 'MalformedXML']);
    expect(lines).toEqual([]);
  });

  it('wants the body’s checksum', async () => {
    const { port } = await startS3();
    const body = '<Delete><Object><Key>k</Key></Object></Delete>';

    const answer = await send(
      port,
      await signed(port, {
        method: 'POST',
        path: '/bytes',
        query: { delete: '' },
        headers: { 'content-length': String(body.length) },
        body,
      }),
    );

    expect([answer.status, elementOf(answer.text, 'Code')]).toEqual([400, 'InvalidRequest']);
  });
});
