import {
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, it } from 'vitest';
import { place } from '../../../local/place';
import { startS3 } from './startS3';

const object = { Bucket: 'bytes', Key: 'k' };
const mine = { ExpectedBucketOwner: place.accountId };
const theirs = { ExpectedBucketOwner: '123456789012' };

/** S3 with one object in it. */
const startFilled = async () => {
  const s3 = (await startS3()).client();
  await s3.send(new PutObjectCommand({ ...object, Body: 'x', ...mine }));
  return s3;
};

it('serves whoever expects the account that owns the bucket, and nobody who expects another', async () => {
  const s3 = await startFilled();
  const calls = (owner: { ExpectedBucketOwner: string }) => [
    s3.send(new HeadBucketCommand({ Bucket: 'bytes', ...owner })),
    s3.send(new ListObjectsV2Command({ Bucket: 'bytes', ...owner })),
    s3.send(new GetObjectCommand({ ...object, ...owner })),
    s3.send(new PutObjectCommand({ ...object, Body: 'y', ...owner })),
    s3.send(new CreateMultipartUploadCommand({ ...object, ...owner })),
    s3.send(new DeleteObjectCommand({ ...object, ...owner })),
  ];

  const refused = await Promise.all(calls(theirs).map((call) => call.catch((error: unknown) => error)));
  const kept = await s3.send(new GetObjectCommand(object));
  const served = await Promise.allSettled(calls(mine));

  for (const error of refused) expect(error).toMatchObject({ $metadata: { httpStatusCode: 403 } });
  expect(await kept.Body?.transformToString()).toBe('x');
  expect(served.map(({ status }) => status)).toEqual(Array(6).fill('fulfilled'));
});

it('holds a copy to the owners of both buckets', async () => {
  const s3 = await startFilled();
  const copy = (owners: { ExpectedBucketOwner?: string; ExpectedSourceBucketOwner?: string }) =>
    s3.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'copy', CopySource: 'bytes/k', ...owners }));

  await expect(copy(theirs)).rejects.toMatchObject({ name: 'AccessDenied' });
  await expect(copy({ ...mine, ExpectedSourceBucketOwner: theirs.ExpectedBucketOwner })).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  await copy({ ...mine, ExpectedSourceBucketOwner: mine.ExpectedBucketOwner });
});

it('reads the owner from a presigned URL, and refuses what is no account', async () => {
  const s3 = await startFilled();
  const url = await getSignedUrl(s3, new GetObjectCommand({ ...object, ...theirs }));

  const answer = await fetch(url);

  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('<Code>AccessDenied</Code>');
  await expect(s3.send(new GetObjectCommand({ ...object, ExpectedBucketOwner: 'me' }))).rejects.toMatchObject({
    name: 'InvalidBucketOwnerAWSAccountID',
    message: 'The value of the expected bucket owner parameter must be an AWS Account ID... [me]',
  });
});
