import type { BucketCall, Handler } from './call';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export const headBucket: Handler<BucketCall> = () =>
  Promise.resolve({ status: 200, headers: { 'x-amz-access-point-alias': 'false' } });
