import { Duration } from 'aws-cdk-lib';
import { Bucket, type BucketProps } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from './config';
import { guarded } from './guarded';

/** A bucket for access logs, which expire after the stage's `accessLogDays`. */
export const createLogBucket = (
  scope: Construct,
  id: string,
  stage: StageConfig,
  changed: Pick<BucketProps, 'objectOwnership'> = {},
): Bucket =>
  new Bucket(scope, id, {
    ...guarded(stage),
    ...changed,
    versioned: true,
    lifecycleRules: [
      {
        id: 'EndOldLogs',
        expiration: Duration.days(stage.accessLogDays),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
