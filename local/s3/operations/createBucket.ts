import { S3Error } from '../errors';
import type { Call, Handler } from './call';
import { notImplemented } from './routes';

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html of a bucket that is there, which is all that clients
 * ask for that make sure of it before they write. By https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html one
 * region is content.
 */
export const createBucket: Handler<Call> = ({ world: { buckets, region }, bucketName }) => {
  if (!buckets.has(bucketName)) throw notImplemented('CreateBucket');
  if (region !== 'us-east-1') throw new S3Error('BucketAlreadyOwnedByYou', { details: { BucketName: bucketName } });
  return Promise.resolve({ status: 200, headers: { location: `/${bucketName}` } });
};
