import { Aws, Duration } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { bucket } from '../config/bucket';
import type { StageConfig } from './config';
import { guarded } from './guarded';
import { createLogBucket } from './logBucket';

/** The private bucket of the files' bytes, and the bucket of access logs. */
export class Bytes extends Construct {
  readonly bucket: Bucket;
  /** Access logs, also of other buckets. */
  readonly accessLogs: Bucket;

  constructor(scope: Construct, id: string, stage: StageConfig) {
    super(scope, id);
    this.accessLogs = createLogBucket(this, 'AccessLogs', stage);
    this.bucket = new Bucket(this, 'Bucket', {
      ...guarded(stage),
      bucketName: `${bucket.namePrefix}-${Aws.ACCOUNT_ID}-${Aws.REGION}`,
      versioned: bucket.versioned,
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: 'bytes/',
      cors: [
        {
          allowedMethods: bucket.cors.allowedMethods.map((method) => HttpMethods[method]),
          allowedOrigins: [...stage.webOrigins],
          allowedHeaders: [...bucket.cors.allowedHeaders],
          exposedHeaders: [...bucket.cors.exposedHeaders],
          maxAge: bucket.cors.maxAgeSeconds,
        },
      ],
      lifecycleRules: [
        {
          id: 'EndAbandonedBytes',
          abortIncompleteMultipartUploadAfter: Duration.days(bucket.abortIncompleteMultipartDays),
          noncurrentVersionExpiration: Duration.days(bucket.noncurrentVersionDays),
          expiredObjectDeleteMarker: true,
        },
      ],
    });
    refuseStaleSignatures(this.bucket);
  }
}

// Presigned URLs are the front door: whatever lifetime one claims, it works for 15 minutes at most.
// https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html
const refuseStaleSignatures = (guardedBucket: Bucket): void => {
  const denied = {
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['s3:*'],
    resources: [guardedBucket.bucketArn, guardedBucket.arnForObjects('*')],
  };
  guardedBucket.addToResourcePolicy(
    new PolicyStatement({
      ...denied,
      sid: 'DenyStaleSignatures',
      conditions: { NumericGreaterThan: { 's3:signatureAge': '900000' } },
    }),
  );
  guardedBucket.addToResourcePolicy(
    new PolicyStatement({
      ...denied,
      sid: 'DenyOldSignatures',
      conditions: { StringNotEquals: { 's3:signatureversion': 'AWS4-HMAC-SHA256' } },
    }),
  );
};
