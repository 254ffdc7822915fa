import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { elementOf, send, signed, type WireRequest } from './sendRequest';
import { startS3 } from './startS3';

const takesNone: [string, WireRequest & { query: Record<string, string> }][] = [
  ['PutObject', { method: 'PUT', path: '/bytes/k', query: {} }],
  ['CopyObject', { method: 'PUT', path: '/bytes/k', query: {}, headers: { 'x-amz-copy-source': '/bytes/a' } }],
  ['CreateMultipartUpload', { method: 'POST', path: '/bytes/k', query: { uploads: '' } }],
  ['UploadPart', { method: 'PUT', path: '/bytes/k', query: { partNumber: '1', uploadId: 'any' } }],
  ['ListObjectsV2', { path: '/bytes', query: { 'list-type': '2' } }],
  ['GetBucketVersioning', { path: '/bytes', query: { versioning: '' } }],
];

it.each(takesNone)('%s refuses a version id, whatever it is', async (_, request) => {
  const { port, client } = await startS3();
  const { VersionId = '' } = await client().send(new PutObjectCommand({ Bucket: 'bytes', Key: 'a', Body: 'x' }));

  for (const versionId of ['', 'abc', 'null', VersionId]) {
    const answer = await send(port, await signed(port, { ...request, query: { ...request.query, versionId } }));

    const details = ['Code', 'Message', 'ArgumentName', 'ArgumentValue'].map((name) => elementOf(answer.text, name));
    const message = 'This operation does not accept a version-id.';
    expect([answer.status, ...details]).toEqual([400, 'InvalidArgument', message, 'versionId', versionId]);
  }
});
