import { runInNewContext } from 'node:vm';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { stages } from '../../infra/config';
import { pagePathCode } from '../../infra/pagePath';
import { at, listOf } from './template/json';
import { account, region, resolve } from './template/resolve';
import { onlyResource, resourcesOf } from './template/resources';
import { readProject, synthesize } from './template/synthesize';

const input = await readProject();
const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/1';
const page = { domain: 'files.example.com', certificateArn };

describe.each(['dev', 'prod'] as const)('the web page of %s', (name) => {
  const { template } = synthesize(input, { ...stages[name], page });
  const assertions = Template.fromJSON(template);
  const { id: distribution, properties } = onlyResource(template, 'AWS::CloudFront::Distribution');

  it('lies in a private bucket that CloudFront alone may read', () => {
    const { properties: bucket } = onlyPolicyOf('WebPages');
    const allowed = listOf(at(bucket, 'PolicyDocument', 'Statement')).filter((item) => at(item, 'Effect') === 'Allow');

    expect(resolve(template, allowed)).toEqual([
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Resource: 'arn:aws:s3:::webpages5fdc1f78/*',
        Condition: {
          StringEquals: {
            'AWS:SourceArn': `arn:aws:cloudfront::${account}:distribution/${distribution.toLowerCase()}`,
          },
        },
      },
    ]);
    assertions.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: { OriginAccessControlOriginType: 's3', SigningBehavior: 'always' },
    });
  });

  it('is served over TLS 1.2 or better, under its own name, and its readers are logged', () => {
    expect(resolve(template, properties)).toMatchObject({
      DistributionConfig: {
        Aliases: ['files.example.com'],
        ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
        Logging: { Bucket: expect.stringContaining('webedgelogs') },
      },
    });
  });

  it('runs nothing inline, and talks to the API, the user pool and the bucket only', () => {
    const headers = at(
      onlyResource(template, 'AWS::CloudFront::ResponseHeadersPolicy').properties,
      'ResponseHeadersPolicyConfig',
      'SecurityHeadersConfig',
    );
    const policy = String(resolve(template, at(headers, 'ContentSecurityPolicy', 'ContentSecurityPolicy')));
    const directives = new Map(policy.split('; ').map((text) => [text.split(' ')[0], text.split(' ').slice(1)]));
    const bytes = `https://myfiles-bytes-${account}-${region}.s3.${region}.amazonaws.com`;

    expect(policy).not.toMatch(/unsafe|\*/);
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('style-src')).toEqual(["'self'"]);
    expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
    expect(directives.get('connect-src')).toEqual([
      "'self'",
      `https://abc.appsync-api.${region}.amazonaws.com`,
      `wss://abc.appsync-realtime-api.${region}.amazonaws.com`,
      `https://cognito-idp.${region}.amazonaws.com`,
      expect.stringMatching(/^https:\/\/[^/]+\.auth\.eu-west-1\.amazoncognito\.com$/),
      bytes,
    ]);
    expect(headers).toMatchObject({
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63072000, IncludeSubdomains: true, Override: true },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY' },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
    });
  });

  it('says what its DNS record has to point to, besides where it is', () => {
    const output = (key: string) => resolve(template, at(template, 'Outputs', key, 'Value'));

    expect(output('PageUrl')).toBe('https://files.example.com');
    expect(output('PageTarget')).toBe(`${distribution}.DomainName`);
  });

  // https://github.com/aws/aws-cdk/issues/19014
  it('has a function whose id says as much as its name, which CloudFormation cannot change', () => {
    const { id, properties: paths } = onlyResource(template, 'AWS::CloudFront::Function');

    expect([id, resolve(template, paths.Name)]).toEqual([
      expect.stringMatching(/^WebRegionalPagePath/),
      `MyFiles-${name}-${region}-pagePath`,
    ]);
  });

  it('is what the hosted sign-in page and the bucket let in, when its name is told', () => {
    const origins = [`https://${page.domain}`];
    const told = synthesize(input, { ...stages[name], page, webOrigins: origins }).template;

    Template.fromJSON(told).hasResourceProperties('AWS::Cognito::UserPoolClient', { CallbackURLs: origins });
    Template.fromJSON(told).hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: { CorsRules: [Match.objectLike({ AllowedOrigins: origins })] },
    });
  });

  function onlyPolicyOf(prefix: string) {
    const [found, ...others] = resourcesOf(template, 'AWS::S3::BucketPolicy').filter(({ id }) => id.startsWith(prefix));
    if (!found || others.length > 0) throw new RangeError(`Not one policy begins with ${prefix}.`);
    return found;
  }
});

describe('a stage without a host name', () => {
  it('has the page at the name that CloudFront gives', () => {
    const { template } = synthesize(input, 'prod');

    expect(
      at(onlyResource(template, 'AWS::CloudFront::Distribution').properties, 'DistributionConfig'),
    ).not.toHaveProperty('Aliases');
    expect(resolve(template, at(template, 'Outputs', 'PageUrl', 'Value'))).toMatch(
      /^https:\/\/WebDistribution\w+\.DomainName$/,
    );
  });
});

describe('the path of a page', () => {
  it.each([
    ['/', '/index.html'],
    ['/trash', '/index.html'],
    ['/files/2026/', '/index.html'],
    ['/assets/app-4f1c9ab2.js', '/assets/app-4f1c9ab2.js'],
    ['/amplify_outputs.json', '/amplify_outputs.json'],
  ])('%s is answered by %s', (uri, answered) => {
    const found: unknown = runInNewContext(
      `${pagePathCode}\nhandler({ request: { uri: ${JSON.stringify(uri)} } }).uri`,
    );

    expect(found).toBe(answered);
  });
});
