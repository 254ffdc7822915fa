import { Aws, Duration } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { bucket } from '../config/bucket';
import type { StageConfig } from './config';
import { removalPolicyOf } from './removalPolicy';

/** The private bucket of the files' bytes, and the one that records who asked for them. */
export class Bytes extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, stage: StageConfig) {
    super(scope, id);
    const accessLogs = createAccessLogs(this, stage);
    this.bucket = new Bucket(this, 'Bucket', {
      ...guarded(stage),
      bucketName: `${bucket.namePrefix}-${Aws.ACCOUNT_ID}-${Aws.REGION}`,
      versioned: bucket.versioned,
      serverAccessLogsBucket: accessLogs,
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

// Presigned URLs are the front door: whatever their text claims, none works for more than 15 minutes.
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

const createAccessLogs = (scope: Construct, stage: StageConfig): Bucket =>
  new Bucket(scope, 'AccessLogs', {
    ...guarded(stage),
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

/** SSE-S3 costs nothing; a key of our own would add its price to every request and its grants to every role. */
const guarded = (stage: StageConfig) => ({
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: removalPolicyOf(stage),
});
