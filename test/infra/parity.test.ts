import { describe, expect, it } from 'vitest';
import { api } from '../../config/api';
import { bucket } from '../../config/bucket';
import { environment } from '../../config/environment';
import { pool, poolClient } from '../../config/pool';
import { tables } from '../../config/table';
import { stages } from '../../infra/config';
import { apiEnvironment, background, routes, sources } from '../../resolvers/manifest';
import { describeProject, type Project } from './parity/describe';
import { projectTemplate } from './parity/project';
import { statementsOf } from './template/grants';
import { at, withValue } from './template/json';
import { rolesByPrincipal } from './template/principals';
import { onlyResource, resourcesOf, targetOf } from './template/resources';
import { readProject, synthesize } from './template/synthesize';

const input = await readProject();
const configuration = {
  ...input,
  routes,
  sources,
  background,
  apiEnvironment,
  environment,
  api,
  tables,
  bucket,
  pool,
  poolClient,
};
const dev: Project = { ...configuration, stage: stages.dev };
const deployed = synthesize(input, 'dev');

describe.each(['dev', 'prod'] as const)('the template of %s', (name) => {
  const synthesis = name === 'dev' ? deployed : synthesize(input, name);
  const { template } = synthesis;

  it('says what the manifest, the configuration and the code say, nothing less and nothing more', () => {
    expect(projectTemplate(synthesis)).toEqual(describeProject({ ...configuration, stage: stages[name] }));
  });

  it('has no role but those of sources, functions, sessions, schedules and the API log', () => {
    expect(
      resourcesOf(template, 'AWS::IAM::Role')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...rolesByPrincipal(template).values()].sort());
  });

  it('lets the API write to its own log only', () => {
    const group = resourcesOf(template, 'AWS::Logs::LogGroup').find(({ id }) => id.startsWith('ApiLogs'));

    expect(
      statementsOf(template, rolesByPrincipal(template).get('log of the API') ?? '').map(({ actions, resources }) => ({
        actions,
        resources,
      })),
    ).toEqual([{ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [`\${${group?.id}.Arn}`] }]);
  });
});

describe('the template of a stage whose bytes are scanned', () => {
  const stage = { ...stages.prod, malwareScan: true };
  const synthesis = synthesize(input, stage);
  const scanned: Project = { ...configuration, stage };

  it('says what the project says', () => {
    expect(projectTemplate(synthesis)).toEqual(describeProject(scanned));
  });

  it.each([
    ['AWS::GuardDuty::MalwareProtectionPlan', 'nothing is scanned'],
    ['AWS::Events::Rule', 'findings are told to nobody'],
    ['AWS::Lambda::Permission', 'the rule is not let in'],
  ])('without its %s is seen: %s', (type) => {
    const { id } = onlyResource(synthesis.template, type);
    const template = withValue(synthesis.template, ['Resources', id], undefined);

    expect(projectTemplate({ ...synthesis, template })).not.toEqual(describeProject(scanned));
  });

  // https://docs.aws.amazon.com/guardduty/latest/ug/troubleshoot-malware-protection-s3-iam-role-permissions-error.html
  it('starts scanning only once findings are handled and the scan role has propagated', () => {
    const { raw } = onlyResource(synthesis.template, 'AWS::GuardDuty::MalwareProtectionPlan');
    const earlier = ['AWS::Events::Rule', 'AWS::Lambda::Permission', 'AWS::Lambda::EventSourceMapping'].map(
      (type) => onlyResource(synthesis.template, type).id,
    );

    expect(raw.DependsOn).toEqual(expect.arrayContaining(earlier));
  });

  // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
  it('has room for several findings at once, since Lambda may drop those that it has to put off', () => {
    const quarantine = resourcesOf(synthesis.template, 'AWS::Lambda::Function').find(({ properties }) =>
      String(properties.FunctionName).endsWith('-quarantine'),
    );

    expect(quarantine?.properties.ReservedConcurrentExecutions).toBe(stage.reservedConcurrency);
  });

  it('has one role more: that of the scan', () => {
    const roles = resourcesOf(synthesis.template, 'AWS::IAM::Role').map(({ id }) => id);

    expect(roles.sort()).toEqual([...rolesByPrincipal(synthesis.template).values()].sort());
    expect(rolesByPrincipal(synthesis.template).has('scan of the bytes')).toBe(true);
  });

  // https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection-s3-iam-policy-prerequisite.html
  it('lends that role on the terms of AWS’s page, which has no condition', () => {
    const id = rolesByPrincipal(synthesis.template).get('scan of the bytes');
    const role = resourcesOf(synthesis.template, 'AWS::IAM::Role').find((resource) => resource.id === id);

    expect(at(role?.properties, 'AssumeRolePolicyDocument', 'Statement')).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'malware-protection-plan.guardduty.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
    ]);
  });
});

describe('the witness', () => {
  const { template, assets } = deployed;
  const idOf = (type: string, name: string): string => {
    const found = resourcesOf(template, type).find(({ properties }) => Object.values(properties).includes(name));
    if (!found) throw new RangeError(`No ${type} has the name ${name}.`);
    return found.id;
  };
  const change = ([type, name]: readonly [string, string], path: readonly (string | number)[], value: unknown) =>
    withValue(template, ['Resources', idOf(type, name), 'Properties', ...path], value);
  const roleOf = (source: string): string => {
    const found = resourcesOf(template, 'AWS::AppSync::DataSource').find(
      ({ properties }) => properties.Name === source,
    );
    return targetOf(found?.properties.ServiceRoleArn) ?? '';
  };
  const grant = (source: string, path: readonly (string | number)[], value: unknown) =>
    withValue(
      template,
      ['Resources', roleOf(source), 'Properties', 'Policies', 0, 'PolicyDocument', 'Statement', ...path],
      value,
    );

  const session = (path: readonly (string | number)[], value: unknown) => {
    const role = rolesByPrincipal(template).get('session of signUpload') ?? '';
    return withValue(template, ['Resources', role, 'Properties', ...path], value);
  };

  it.each([
    ['a resolver is gone', withValue(template, ['Resources', idOf('AWS::AppSync::Resolver', 'myFiles')], undefined)],
    ['a resolver has other code', change(['AWS::AppSync::Resolver', 'myFiles'], ['Code'], 'export {}')],
    ['a step has other code', change(['AWS::AppSync::FunctionConfiguration', 'commitFile'], ['Code'], 'export {}')],
    [
      'a step is left out',
      change(['AWS::AppSync::Resolver', 'getUploadUrl'], ['PipelineConfig', 'Functions', 1], undefined),
    ],
    [
      'a step has another runtime',
      change(['AWS::AppSync::FunctionConfiguration', 'loadFile'], ['Runtime', 'Name'], 'VTL'),
    ],
    [
      'a function has another variable',
      change(['AWS::Lambda::Function', 'MyFiles-dev-signUpload'], ['Environment', 'Variables', 'DEBUG'], '1'),
    ],
    [
      'the API lets in another mode',
      change(['AWS::AppSync::GraphQLApi', api.name], ['AdditionalAuthenticationProviders', 1], {
        AuthenticationType: 'API_KEY',
      }),
    ],
    ['queries may nest deeper', change(['AWS::AppSync::GraphQLApi', api.name], ['QueryDepthLimit'], 75)],
    [
      'an index has another key',
      change(
        ['AWS::DynamoDB::Table', 'MyAppFiles'],
        ['LocalSecondaryIndexes', 0, 'KeySchema', 1, 'AttributeName'],
        'FileId',
      ),
    ],
    [
      'rows live for ever',
      change(['AWS::DynamoDB::Table', 'MyAppFiles'], ['TimeToLiveSpecification', 'Enabled'], false),
    ],
    ['an action is granted too much', grant('files', [0, 'Action', 3], 'dynamodb:Scan')],
    ['an action is granted too little', grant('files', [0, 'Action', 0], undefined)],
    [
      'what a follower gives up is lost',
      withValue(template, ['Resources', mappingId(), 'Properties', 'DestinationConfig'], undefined),
    ],
    [
      'a follower repeats the records that went well',
      withValue(template, ['Resources', mappingId(), 'Properties', 'FunctionResponseTypes'], undefined),
    ],
    ['a grant reaches everything', grant('signUpload', [0, 'Resource'], '*')],
    ['a session reaches all people', session(['Policies', 0, 'PolicyDocument', 'Statement', 0, 'Resource'], '*')],
    ['a session needs no tag', session(['AssumeRolePolicyDocument', 'Statement', 0, 'Condition', 'Null'], undefined)],
    [
      'anybody may begin a session',
      session(['AssumeRolePolicyDocument', 'Statement', 0, 'Principal', 'AWS'], { Ref: 'AWS::AccountId' }),
    ],
    ['a session lasts for longer', session(['MaxSessionDuration'], 43_200)],
    [
      'the password may be short',
      change(['AWS::Cognito::UserPool', 'MyAppUserPool'], ['Policies', 'PasswordPolicy', 'MinimumLength'], 8),
    ],
    [
      'tokens live for longer',
      change(['AWS::Cognito::UserPoolClient', 'MyAppClient'], ['TokenValidityUnits', 'AccessToken'], 'hours'),
    ],
    [
      'any page may reach the bytes',
      withValue(
        template,
        ['Resources', idOfBytes(), 'Properties', 'CorsConfiguration', 'CorsRules', 0, 'AllowedOrigins'],
        ['*'],
      ),
    ],
  ])('sees in the template that %s', (_, changed) => {
    expect(projectTemplate({ template: changed, assets })).not.toEqual(describeProject(dev));
  });

  it.each<[string, Partial<Project>]>([
    ['a field is new', { routes: { ...routes, 'Query.ghost': { source: 'files' } } }],
    [
      'a field takes other steps',
      { routes: { ...routes, 'Query.getDownloadUrl': { steps: [['loadFile', 'files']] } } },
    ],
    [
      'a follower may do more',
      { background: { ...background, followTable: { ...background.followTable, may: { usage: ['dynamodb:Scan'] } } } },
    ],
    [
      'a follower follows another table',
      { background: { ...background, followTable: { ...background.followTable, trigger: { stream: 'usage' } } } },
    ],
    [
      'a function runs more often',
      { background: { ...background, reconcile: { ...background.reconcile, trigger: { everyHours: 1 } } } },
    ],
    ['a source is new', { sources: { ...sources, nothing: { kind: 'none' } } }],
    [
      'a source may do more',
      { sources: { ...sources, files: { ...sources.files, may: { files: ['dynamodb:Scan'] } } } },
    ],
    [
      'a function may do more',
      {
        sources: {
          ...sources,
          signUpload: { ...sources.signUpload, may: { ownersBytes: ['s3:PutObject', 's3:PutObjectTagging'] } },
        },
      },
    ],
    [
      'a function works without sessions',
      { sources: { ...sources, signUpload: { ...sources.signUpload, may: { bucket: ['s3:PutObject'] } } } },
    ],
    [
      'a function wants a variable',
      {
        sources: {
          ...sources,
          proveUpload: { ...sources.proveUpload, environment: ['BUCKET_NAME', 'MAX_FILE_BYTES'] },
        },
      },
    ],
    ['resolvers lack a variable', { apiEnvironment: apiEnvironment.slice(1) }],
    [
      'a limit has another value',
      { environment: { ...environment, URL_LIFETIME_SECONDS: '900', MAX_FILE_BYTES: '1' } },
    ],
    ['a function has other code', { code: { ...input.code, functions: {} } }],
    ['the table has another index', { tables: { ...tables, files: { ...tables.files, localIndexes: [] } } }],
    ['broken uploads are kept for less', { bucket: { ...bucket, abortIncompleteMultipartDays: 1 } }],
    ['refresh tokens live for longer', { poolClient: { ...poolClient, refreshTokenDays: 30 } }],
    ['the schema has changed', { schema: `${input.schema}\nscalar AWSExtra` }],
  ])('sees in the project that %s', (_, changed) => {
    expect(describeProject({ ...dev, ...changed })).not.toEqual(projectTemplate(deployed));
  });

  function idOfBytes(): string {
    const found = resourcesOf(template, 'AWS::S3::Bucket').find(({ properties }) => properties.CorsConfiguration);
    return found?.id ?? '';
  }
});

function mappingId(): string {
  return onlyResource(deployed.template, 'AWS::Lambda::EventSourceMapping').id;
}
