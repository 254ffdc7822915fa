import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { noFindings } from '../../functions/reconcile/findings';
import { totalConcurrency } from '../../infra/concurrency';
import { stages } from '../../infra/config';
import { outputs } from '../../infra/outputs';
import { backgroundOf, lambdaSources } from '../../infra/wiring';
import { createMeasure } from '../../local/appsync/documents/createMeasure';
import { projectRoot } from '../../tools/paths';
import { statementsOf } from './template/grants';
import { at, listOf } from './template/json';
import { metricsOf } from './template/metricsOf';
import { rolesByPrincipal } from './template/principals';
import { region, resolve } from './template/resolve';
import { onlyResource, resourcesOf, targetOf } from './template/resources';
import { readProject, synthesize } from './template/synthesize';

const input = await readProject();
const functionNames = [...lambdaSources, ...backgroundOf(stages.dev)].map(([name]) => name);
const runBook = await readFile(join(projectRoot, 'docs/operations.md'), 'utf8');

describe.each(['dev', 'prod'] as const)('the stack of %s', (stage) => {
  const { template } = synthesize(input, stage);
  const assertions = Template.fromJSON(template);
  const isProduction = stage === 'prod';

  describe('buckets', () => {
    const buckets = resourcesOf(template, 'AWS::S3::Bucket');
    const [bytes] = buckets.filter(({ properties }) => properties.CorsConfiguration);

    it('are private, encrypted, versioned and owned by the account', () => {
      assertions.allResourcesProperties('AWS::S3::Bucket', {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        VersioningConfiguration: { Status: 'Enabled' },
      });
      expect(
        buckets.map(({ id, properties }) => [
          id.slice(0, -8),
          at(properties, 'OwnershipControls', 'Rules', 0, 'ObjectOwnership'),
        ]),
      ).toEqual([
        ['StorageBytesAccessLogs', 'BucketOwnerEnforced'],
        ['StorageBytesBucket', 'BucketOwnerEnforced'],
        ['WebPages', 'BucketOwnerEnforced'],
        // CloudFront writes its logs through an ACL.
        ['WebEdgeLogs', 'BucketOwnerPreferred'],
      ]);
    });

    it('end abandoned uploads within a week, and versions that nothing points to', () => {
      for (const { properties } of buckets) {
        const rule = at(properties, 'LifecycleConfiguration', 'Rules', 0);

        expect(at(rule, 'AbortIncompleteMultipartUpload', 'DaysAfterInitiation')).toBeLessThanOrEqual(7);
        expect(at(rule, 'NoncurrentVersionExpiration', 'NoncurrentDays')).toBeGreaterThan(0);
        expect(at(rule, 'Status')).toBe('Enabled');
      }
    });

    it('answer over TLS 1.2 only', () => {
      expect(resourcesOf(template, 'AWS::S3::BucketPolicy')).toHaveLength(buckets.length);
      assertions.allResourcesProperties('AWS::S3::BucketPolicy', {
        PolicyDocument: {
          Statement: Match.arrayWith([
            denied({ Bool: { 'aws:SecureTransport': 'false' } }),
            denied({ NumericLessThan: { 's3:TlsVersion': 1.2 } }),
          ]),
        },
      });
    });

    it('refuse signatures that are old in age or in kind', () => {
      assertions.hasResourceProperties('AWS::S3::BucketPolicy', {
        Bucket: { Ref: bytes?.id },
        PolicyDocument: {
          Statement: Match.arrayWith([
            denied({ NumericGreaterThan: { 's3:signatureAge': '900000' } }),
            denied({ StringNotEquals: { 's3:signatureversion': 'AWS4-HMAC-SHA256' } }),
          ]),
        },
      });
    });

    it('let in pages of named origins only: https, and this machine outside production', () => {
      const origins = listOf(at(bytes, 'properties', 'CorsConfiguration', 'CorsRules', 0, 'AllowedOrigins'));
      const headers = listOf(at(bytes, 'properties', 'CorsConfiguration', 'CorsRules', 0, 'AllowedHeaders'));

      expect(origins.length).toBeGreaterThan(0);
      for (const origin of origins)
        expect(origin).toMatch(isProduction ? /^https:\/\/[^*]+$/ : /^http:\/\/localhost:\d+$/);
      expect(headers).not.toContain('*');
    });

    it('record who asked for the bytes', () => {
      expect(at(bytes, 'properties', 'LoggingConfiguration', 'DestinationBucketName')).toEqual({
        Ref: buckets.find(({ id }) => id.startsWith('StorageBytesAccessLogs'))?.id,
      });
    });
  });

  describe('the tables', () => {
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html
    it('can be restored, and are paid by request alone: their encryption is free', () => {
      assertions.allResourcesProperties('AWS::DynamoDB::Table', {
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: false },
        TimeToLiveSpecification: { Enabled: true },
      });
    });
  });

  it.each([
    'AWS::S3::Bucket',
    'AWS::DynamoDB::Table',
    'AWS::Cognito::UserPool',
    'AWS::Logs::LogGroup',
    'AWS::SQS::Queue',
  ])(
    isProduction ? 'keeps every %s when the stack goes, but none whose creation failed' : 'leaves no %s behind',
    (type) => {
      const policies = resourcesOf(template, type).map(({ raw }) => [raw.DeletionPolicy, raw.UpdateReplacePolicy]);

      expect(policies.length).toBeGreaterThan(0);
      for (const found of policies)
        expect(found).toEqual(isProduction ? ['RetainExceptOnCreate', 'Retain'] : ['Delete', 'Delete']);
    },
  );

  it(isProduction ? 'protects tables and pool from deletion' : 'lets tables and pool go', () => {
    assertions.allResourcesProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: isProduction });
    assertions.allResourcesProperties('AWS::Cognito::UserPool', {
      DeletionProtection: isProduction ? 'ACTIVE' : 'INACTIVE',
    });
  });

  describe('the user pool', () => {
    it('asks for strong passwords, offers a code app as second factor, and never uses SMS', () => {
      assertions.hasResourceProperties('AWS::Cognito::UserPool', {
        Policies: {
          PasswordPolicy: {
            MinimumLength: 12,
            RequireLowercase: true,
            RequireUppercase: true,
            RequireNumbers: true,
            RequireSymbols: true,
          },
        },
        MfaConfiguration: 'OPTIONAL',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        SmsConfiguration: Match.absent(),
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      });
    });

    it('proves e-mail addresses and looks over their case', () => {
      assertions.hasResourceProperties('AWS::Cognito::UserPool', {
        UsernameAttributes: ['email'],
        AutoVerifiedAttributes: ['email'],
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
        UsernameConfiguration: { CaseSensitive: false },
      });
    });

    it(isProduction ? 'stops threats' : 'pays for no threat protection', () => {
      assertions.hasResourceProperties('AWS::Cognito::UserPool', {
        UserPoolTier: isProduction ? 'PLUS' : 'ESSENTIALS',
        UserPoolAddOns: isProduction ? { AdvancedSecurityMode: 'ENFORCED' } : Match.absent(),
      });
      assertions.resourceCountIs('AWS::Cognito::UserPoolRiskConfigurationAttachment', isProduction ? 1 : 0);
    });

    it('has a public client with short tokens that says nothing about who has an account', () => {
      assertions.hasResourceProperties('AWS::Cognito::UserPoolClient', {
        ClientName: 'MyAppClient',
        GenerateSecret: false,
        ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['email', 'openid', 'profile'],
        CallbackURLs: [isProduction ? Match.stringLikeRegexp('^https://') : 'http://localhost:8000'],
        AccessTokenValidity: 60,
        IdTokenValidity: 60,
        RefreshTokenValidity: 5,
        AuthSessionValidity: 3,
        TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' },
        EnableTokenRevocation: true,
        PreventUserExistenceErrors: 'ENABLED',
        WriteAttributes: ['email', 'name'],
      });
    });

    it('has a hosted sign-in page and no door for guests', () => {
      assertions.resourceCountIs('AWS::Cognito::UserPoolDomain', 1);
      assertions.resourceCountIs('AWS::Cognito::IdentityPool', 0);
    });
  });

  describe('the API', () => {
    it('takes tokens of its own client first, IAM for internal calls, and never a key', () => {
      const { id } = onlyResource(template, 'AWS::Cognito::UserPoolClient');

      assertions.hasResourceProperties('AWS::AppSync::GraphQLApi', {
        AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
        UserPoolConfig: { AppIdClientRegex: { 'Fn::Join': ['', ['^', { Ref: id }, '$']] } },
        AdditionalAuthenticationProviders: [{ AuthenticationType: 'AWS_IAM' }],
      });
      assertions.resourceCountIs('AWS::AppSync::ApiKey', 0);
    });

    it('is limited, measured and traced, and logs fields without what is in them', () => {
      assertions.hasResourceProperties('AWS::AppSync::GraphQLApi', {
        ResolverCountLimit: 50,
        IntrospectionConfig: isProduction ? 'DISABLED' : 'ENABLED',
        XrayEnabled: true,
        LogConfig: { FieldLogLevel: isProduction ? 'ERROR' : 'ALL', ExcludeVerboseContent: true },
        EnhancedMetricsConfig: { OperationLevelMetricsConfig: 'ENABLED' },
      });
    });

    // https://docs.aws.amazon.com/appsync/latest/devguide/configuration-limits.html
    it('bounds the depth of queries, with room for introspection where it is on', () => {
      const { QueryDepthLimit: most } = onlyResource(template, 'AWS::AppSync::GraphQLApi').properties;
      const introspection = parse(getIntrospectionQuery());
      const operation = getOperationAST(introspection);
      const needed = operation ? createMeasure(introspection)(operation.selectionSet).depth : 0;

      expect(most).toBe(isProduction ? 10 : needed);
    });

    // aws-appsync-community#38: descriptions break AppSync's parser; #410: so do comments before enum values.
    it('has the contract in a form that AppSync can parse: without descriptions', () => {
      const { Definition } = onlyResource(template, 'AWS::AppSync::GraphQLSchema').properties;

      expect(String(Definition).replaceAll('mutations: ["publishFileEvent"]', '')).not.toMatch(/["#]/);
    });

    it('runs JavaScript resolvers only, and makes none, nor a step, while the schema is being made', () => {
      const { id } = onlyResource(template, 'AWS::AppSync::GraphQLSchema');

      for (const type of ['AWS::AppSync::Resolver', 'AWS::AppSync::FunctionConfiguration']) {
        assertions.allResourcesProperties(type, { Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' } });
        for (const { raw } of resourcesOf(template, type)) expect(raw.DependsOn).toContain(id);
      }
    });

    it(isProduction ? 'stands behind a firewall, as the pool does' : 'pays for no firewall', () => {
      assertions.resourceCountIs('AWS::WAFv2::WebACL', isProduction ? 1 : 0);
      assertions.resourceCountIs('AWS::WAFv2::WebACLAssociation', isProduction ? 2 : 0);
      assertions.resourceCountIs('AWS::WAFv2::LoggingConfiguration', isProduction ? 1 : 0);
    });
  });

  describe('functions', () => {
    it('are current, bounded, traced, and log JSON to groups of their own', () => {
      assertions.allResourcesProperties('AWS::Lambda::Function', {
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        ReservedConcurrentExecutions: Match.anyValue(),
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON', LogGroup: Match.anyValue() },
      });
      const groups = resourcesOf(template, 'AWS::Lambda::Function').map(({ properties }) =>
        JSON.stringify(at(properties, 'LoggingConfig', 'LogGroup')),
      );

      expect(new Set(groups).size).toBe(groups.length);
    });

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
    it('can come back: no log that was kept has the name of the new one', () => {
      const groups = new Map(
        resourcesOf(template, 'AWS::Logs::LogGroup').map(({ id, properties }) => [id, properties]),
      );
      for (const { properties } of resourcesOf(template, 'AWS::Lambda::Function')) {
        const group = targetOf(at(properties, 'LoggingConfig', 'LogGroup')) ?? '';

        expect(groups.get(group)).toBeDefined();
        expect(groups.get(group)).not.toHaveProperty('LogGroupName');
      }
    });

    it('end before AppSync gives up on them where somebody waits, and some time where nobody does', () => {
      const limits = Object.fromEntries(
        resourcesOf(template, 'AWS::Lambda::Function').map(({ properties }) => [
          String(properties.FunctionName).split('-').at(-1),
          properties.Timeout,
        ]),
      );

      for (const [name] of lambdaSources) expect(limits[name]).toBeLessThan(30);
      expect(limits).toMatchObject({ followTable: 60, reconcile: 900 });
    });

    it('reserve together what a deployment asks the account for', () => {
      const reserved = resourcesOf(template, 'AWS::Lambda::Function').map(({ properties }) =>
        Number(properties.ReservedConcurrentExecutions),
      );

      expect(totalConcurrency(stages[stage])).toBe(reserved.reduce((sum, each) => sum + each));
    });

    it('have no door of their own', () => {
      assertions.resourceCountIs('AWS::Lambda::Url', 0);
      assertions.resourceCountIs('AWS::Lambda::Permission', 0);
    });

    it('and the API have logs that end', () => {
      for (const { properties } of resourcesOf(template, 'AWS::Logs::LogGroup')) {
        expect(properties.RetentionInDays).toBeGreaterThan(0);
      }
    });
  });

  describe('roles', () => {
    const roles = resourcesOf(template, 'AWS::IAM::Role');

    it('have no managed policies', () => {
      for (const { properties } of roles) expect(properties.ManagedPolicyArns).toBeUndefined();
      assertions.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
    });

    it('name each action, and each resource where an action has one', () => {
      for (const { actions, resources } of roles.flatMap(({ id }) => statementsOf(template, id))) {
        expect(actions.filter((action) => action.includes('*'))).toEqual([]);
        if (resources.includes('*'))
          expect(actions.filter((action) => !/^xray:|^dynamodb:ListStreams$/.test(action))).toEqual([]);
      }
    });

    it('are lent to services for this account only, and those of sessions to nobody but a function', () => {
      for (const { id, properties } of roles) {
        const trust = at(properties, 'AssumeRolePolicyDocument', 'Statement', 0);
        if (at(trust, 'Principal', 'Service') === 'lambda.amazonaws.com') continue;
        if (at(trust, 'Principal', 'AWS') !== undefined) {
          expect(roles.map((role) => role.id)).toContain(targetOf(at(trust, 'Principal', 'AWS')));
          continue;
        }

        // No page of AWS says that AppSync names the account when it writes its log.
        const operator =
          id === rolesByPrincipal(template).get('log of the API') ? 'StringEqualsIfExists' : 'StringEquals';
        expect(trust).toMatchObject({
          Principal: { Service: expect.stringMatching(/^(appsync|scheduler)\.amazonaws\.com$/) },
          Condition: { [operator]: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        });
      }
    });
  });

  describe('alarms', () => {
    const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm');

    it('tell somebody, say what they mean, and stay quiet while nothing happens', () => {
      const { id } = onlyResource(template, 'AWS::SNS::Topic');

      assertions.allResourcesProperties('AWS::CloudWatch::Alarm', {
        AlarmActions: [{ Ref: id }],
        OKActions: [{ Ref: id }],
        AlarmDescription: Match.stringLikeRegexp('.{30,}'),
        TreatMissingData: 'notBreaching',
      });
    });

    it('watch the API, every function, every table, and what is given up or lost', () => {
      const names = alarms.map(({ properties }) => properties.AlarmName);
      const watched = [
        'ApiServerErrors',
        'ApiLatency',
        'TableUserErrors',
        'filesThrottles',
        'filesSystemErrors',
        'usageThrottles',
        'usageSystemErrors',
        'followTableAge',
        'DeadLetters',
        'LostBytes',
      ].concat(
        isProduction ? ['FirewallBlocks'] : [],
        functionNames.flatMap((name) => [`${name}Errors`, `${name}Throttles`]),
        // Not reconcile: it compares as many people as fit into its timeout, so it may use all of it every day.
        functionNames.filter((name) => name !== 'reconcile').map((name) => `${name}Duration`),
      );

      expect(names.sort()).toEqual(watched.map((name) => `MyFiles-${stage}-${name}`).sort());
    });

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
    it('do not mistake a full quota for a broken resolver: DynamoDB counts cancelled transactions as user errors', () => {
      assertions.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName: 'UserErrors',
        EvaluationPeriods: 3,
        Threshold: 20,
      });
    });

    it.each(['files', 'usage'])('hear of the transactions that write %s', (table) => {
      for (const end of ['Throttles', 'SystemErrors']) {
        const alarm = alarms.find(({ properties }) => properties.AlarmName === `MyFiles-${stage}-${table}${end}`);
        const operations = metricsOf(alarm?.properties ?? {}).map(({ Dimensions }) =>
          listOf(Dimensions).find((dimension) => at(dimension, 'Name') === 'Operation'),
        );

        expect(operations).toContainEqual({ Name: 'Operation', Value: 'TransactWriteItems' });
      }
    });

    it('hear of lost bytes by a metric that reconcile writes', () => {
      const { properties } = alarms.find(({ properties: { Namespace } }) => Namespace === 'MyFiles') ?? {};
      const written = Object.keys(noFindings()).map((name) => name.toLowerCase());

      expect(properties?.Dimensions).toEqual([{ Name: 'service', Value: 'reconcile' }]);
      expect(written).toContain(String(properties?.MetricName).toLowerCase());
    });

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html
    it('watch no more metrics in an expression than CloudWatch takes', () => {
      for (const { properties } of alarms) expect(metricsOf(properties).length).toBeLessThanOrEqual(10);
    });

    it('are all in the run book', () => {
      const rows = alarms.map(({ properties }) =>
        String(properties.AlarmName)
          .replace(`MyFiles-${stage}-`, '')
          .replace(/^(files|usage)(?=[TS])/, '<table>')
          .replace(new RegExp(`^(${functionNames.join('|')})`), '<function>'),
      );

      for (const row of rows) expect(runBook).toContain(`\n| \`${row}\` `);
    });

    it('may be published by CloudWatch of this account, over TLS only', () => {
      assertions.hasResourceProperties('AWS::SNS::TopicPolicy', {
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
            Match.objectLike({
              Effect: 'Allow',
              Principal: { Service: 'cloudwatch.amazonaws.com' },
              Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
            }),
          ]),
        },
      });
    });
  });

  it('keeps what the followers give up for two weeks, encrypted and over TLS only', () => {
    assertions.hasResourceProperties('AWS::SQS::Queue', {
      MessageRetentionPeriod: 1_209_600,
      SqsManagedSseEnabled: true,
    });
    assertions.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: [Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
      },
    });
  });

  it('says each output that the tools know, and no other', () => {
    expect(Object.keys(assertions.findOutputs('*')).sort()).toEqual(Object.keys(outputs).sort());
  });

  it('names no account and no region, and holds no secret', () => {
    const text = JSON.stringify(template);

    expect(text).not.toMatch(/:\d{12}:/);
    expect(text).not.toMatch(/\b(us|eu|ap)-[a-z]+-\d\b/);
    assertions.resourceCountIs('AWS::SecretsManager::Secret', 0);
  });

  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html
  it('leaves its names free in the other regions of the account, also of what is in none', () => {
    const named = [
      ['AWS::CloudWatch::Dashboard', 'DashboardName'],
      ['AWS::CloudFront::Function', 'Name'],
      ['AWS::CloudFront::OriginAccessControl', 'OriginAccessControlConfig', 'Name'],
      ['AWS::CloudFront::ResponseHeadersPolicy', 'ResponseHeadersPolicyConfig', 'Name'],
    ] as const;

    for (const [type, ...path] of named) {
      const name = resolve(template, at(onlyResource(template, type).properties, ...path));

      expect(name).toContain(`MyFiles-${stage}-${region}`);
    }
    for (const { properties } of resourcesOf(template, 'AWS::IAM::Role'))
      expect(properties).not.toHaveProperty('RoleName');
  });

  it('fits into what CloudFormation takes', () => {
    expect(JSON.stringify(template).length).toBeLessThan(1_000_000);
    expect(resourcesOf(template).length).toBeLessThan(500);
  });

  // https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html
  it.each([
    'AWS::AppSync::GraphQLApi',
    'AWS::CloudFront::Distribution',
    'AWS::CloudWatch::Alarm',
    'AWS::CloudWatch::Dashboard',
    'AWS::Cognito::UserPool',
    'AWS::DynamoDB::Table',
    'AWS::Lambda::Function',
    'AWS::Logs::LogGroup',
    'AWS::S3::Bucket',
    'AWS::SNS::Topic',
    'AWS::SQS::Queue',
    ...(isProduction ? ['AWS::WAFv2::WebACL'] : []),
  ])('marks each %s with project and stage, for the bill', (type) => {
    const resources = resourcesOf(template, type);

    expect(resources.length).toBeGreaterThan(0);
    for (const { properties } of resources) {
      // A user pool has a map of tags, everything else a list.
      const tags = properties.UserPoolTags ?? tagsOf(properties.Tags);

      expect(tags).toEqual({ Project: 'MyFiles', Stage: stage });
    }
  });
});

function denied(condition: object) {
  return Match.objectLike({ Effect: 'Deny', Action: 's3:*', Principal: { AWS: '*' }, Condition: condition });
}

function tagsOf(list: unknown): object {
  return Object.fromEntries(listOf(list).map((tag) => [at(tag, 'Key'), at(tag, 'Value')]));
}
