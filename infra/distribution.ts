import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  PriceClass,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { ObjectOwnership, type Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge';
import type { StageConfig } from './config';
import { createLogBucket } from './logBucket';
import { pagePathCode } from './pagePath';
import { sharedName } from './sharedName';

export interface DistributionProps {
  readonly stage: StageConfig;
  readonly bucket: Bucket;
  readonly headers: ResponseHeadersPolicy;
}

/** CloudFront in front of the page's bucket, which nobody else may read. */
export const createDistribution = (scope: Construct, { stage, bucket, headers }: DistributionProps): Distribution => {
  const distribution = new Distribution(scope, 'Distribution', {
    comment: `MyFiles ${stage.name}`,
    defaultRootObject: 'index.html',
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, { originAccessControl: createAccess(scope, stage) }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: createPagePath(scope, stage) }],
    },
    // S3 answers 403 for a missing object if the caller may not list the bucket.
    errorResponses: [{ httpStatus: 403, responseHttpStatus: 404, responsePagePath: '/index.html' }],
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass[stage.priceClass],
    enableLogging: true,
    logBucket: createEdgeLogs(scope, stage),
    ...(stage.page && {
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      domainNames: [stage.page.domain],
      certificate: Certificate.fromCertificateArn(scope, 'Certificate', stage.page.certificateArn),
    }),
  });
  acknowledge(distribution, {
    'AwsSolutions-CFR1': 'People may reach their own files from wherever they travel: no country is shut out.',
    'AwsSolutions-CFR2':
      'The files are static and public; the web ACL stands before the API and the sign-in, where work is done.',
    ...(stage.page === undefined && {
      'AwsSolutions-CFR4':
        'CloudFront fixes the protocols of its own host name; --domain and --certificate hold them to TLS 1.2.',
    }),
  });
  return distribution;
};

const createAccess = (scope: Construct, stage: StageConfig): S3OriginAccessControl =>
  new S3OriginAccessControl(scope, 'Access', { originAccessControlName: sharedName(stage) });

const createPagePath = (scope: Construct, stage: StageConfig): EdgeFunction =>
  // CloudFormation cannot rename a CloudFront function (aws-cdk#19014): another name needs another id.
  new EdgeFunction(scope, 'RegionalPagePath', {
    functionName: `${sharedName(stage)}-pagePath`,
    comment: 'A path of the app, such as /trash, is answered by its one page',
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(pagePathCode),
  });

/**
 * CloudFront delivers these logs by ACL, which only a bucket with this ownership accepts, and to no opt-in region; the
 * newer way can be set up in us-east-1 only.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
 */
const createEdgeLogs = (scope: Construct, stage: StageConfig): Bucket => {
  const logs = createLogBucket(scope, 'EdgeLogs', stage, { objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED });
  acknowledge(logs, {
    'AwsSolutions-S1': 'This bucket is itself where access is recorded; a log of the log would never end.',
  });
  return logs;
};
