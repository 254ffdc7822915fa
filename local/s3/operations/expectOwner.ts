import { place } from '../../place';
import { S3Error } from '../errors';
import type { Headers } from '../wire/headers';

/**
 * Throws if the sender expects the bucket to belong to another account than the twin's, which owns all buckets.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
 */
export const expectOwner = (
  headers: Headers,
  name: 'x-amz-expected-bucket-owner' | 'x-amz-source-expected-bucket-owner' = 'x-amz-expected-bucket-owner',
): void => {
  const expected = headers.get(name);
  if (expected === undefined || expected === place.accountId) return;
  if (/^\d{12}$/.test(expected)) throw new S3Error('AccessDenied');
  throw new S3Error('InvalidBucketOwnerAWSAccountID', {
    message: `The value of the expected bucket owner parameter must be an AWS Account ID... [${expected}]`,
  });
};
