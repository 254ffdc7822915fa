import { Duration } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageConfig } from './config';
import { createDistribution } from './distribution';
import { guarded } from './guarded';
import { createSecurityHeaders, type Peers } from './securityHeaders';

export interface WebProps {
  readonly stage: StageConfig;
  /** The services that the page may talk to. */
  readonly peers: Peers;
  /** The bucket that receives the access logs of the page's bucket. */
  readonly accessLogs: Bucket;
}

/** The web page: files in a private bucket that only CloudFront may read. `npm run publish:page` fills it. */
export class Web extends Construct {
  readonly bucket: Bucket;
  readonly url: string;
  /** The domain name that CloudFront assigned to the page, even if the page has another. */
  readonly target: string;

  constructor(scope: Construct, id: string, { stage, peers, accessLogs }: WebProps) {
    super(scope, id);
    this.bucket = createPageBucket(this, stage, accessLogs);
    const distribution = createDistribution(this, {
      stage,
      bucket: this.bucket,
      headers: createSecurityHeaders(this, stage, peers),
    });
    this.target = distribution.distributionDomainName;
    this.url = `https://${stage.page?.domain ?? this.target}`;
  }
}

const createPageBucket = (scope: Construct, stage: StageConfig, accessLogs: Bucket): Bucket =>
  new Bucket(scope, 'Pages', {
    ...guarded(stage),
    versioned: true,
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: 'pages/',
    lifecycleRules: [
      {
        id: 'EndOldPages',
        noncurrentVersionExpiration: Duration.days(30),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
