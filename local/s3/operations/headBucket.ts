import type { BucketCall, Handler } from './call';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export const headBucket: Handler<BucketCall> = ({ world }) =>
  Promise.resolve({
    status: 200,
    headers: { 'x-amz-bucket-region': world.region, 'x-amz-access-point-alias': 'false' },
  });
