import { Aws, Duration, Fn } from 'aws-cdk-lib';
import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { contentSecurityPolicy } from '../config/contentSecurity';
import type { StageConfig } from './config';
import { sharedName } from './sharedName';

/** The services that the page talks to. */
export interface Peers {
  readonly api: CfnGraphQLApi;
  /** The host of the hosted sign-in page. */
  readonly hostedUi: string;
  readonly bytes: Bucket;
}

/** The headers of every CloudFront response, as OWASP's Secure Headers Project recommends. */
export const createSecurityHeaders = (scope: Construct, stage: StageConfig, peers: Peers): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: sharedName(stage),
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(originsOf(peers)), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
        { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
        { header: 'permissions-policy', value: 'camera=(), geolocation=(), microphone=(), payment=()', override: true },
      ],
    },
  });

const originsOf = ({ api, hostedUi, bytes }: Peers) => ({
  services: [
    `https://${hostOf(api.attrGraphQlUrl)}`,
    `wss://${hostOf(api.attrRealtimeUrl)}`,
    `https://cognito-idp.${Aws.REGION}.amazonaws.com`,
    `https://${hostedUi}`,
  ],
  bytes: `https://${bytes.bucketRegionalDomainName}`,
});

/** The host of `https://host/path`, resolved at deployment. */
const hostOf = (url: string): string => Fn.select(2, Fn.split('/', url));
