import { S3Error } from '../errors';
import type { Call, Handler } from './call';
import { notImplemented } from './routes';

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html, for buckets that exist: some clients create
 * their bucket before every write. us-east-1 answers 200, every other region an error:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export const createBucket: Handler<Call> = ({ world: { buckets, region }, bucketName }) => {
  if (!buckets.has(bucketName)) throw notImplemented('CreateBucket');
  if (region !== 'us-east-1') throw new S3Error('BucketAlreadyOwnedByYou', { details: { BucketName: bucketName } });
  return Promise.resolve({ status: 200, headers: { location: `/${bucketName}` } });
};
