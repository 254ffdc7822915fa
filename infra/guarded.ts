import { BlockPublicAccess, BucketEncryption, ObjectOwnership, type BucketProps } from 'aws-cdk-lib/aws-s3';
import type { StageConfig } from './config';
import { removalPolicyOf } from './removalPolicy';

/**
 * What every bucket has: no public access, TLS only, encryption, one owner. SSE-S3 costs nothing; a key of our own
 * would add its price to every request and its grants to every role.
 */
export const guarded = (stage: StageConfig) =>
  ({
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: removalPolicyOf(stage),
  }) satisfies BucketProps;
