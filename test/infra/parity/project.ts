import { grantsOf } from '../template/grants';
import { at, isObject, listOf, type Json } from '../template/json';
import { onlyResource, resourcesOf, targetOf, textOf, type Resource } from '../template/resources';
import type { Synthesis } from '../template/synthesize';
import { contractOf } from './contractOf';
import { functionName } from './functionName';
import { projectScan } from './projectScan';
import { projectDeadLetters, projectTriggers } from './projectTriggers';
import { projectBucket, projectClient, projectPool, projectTables } from './projectState';

/** Reads a template back into the shape that `describeProject` derives from the manifest and the configuration. */
export const projectTemplate = ({ template, assets }: Synthesis) => {
  const names = readableNames(template);
  return {
    api: projectApi(template, names),
    fields: projectFields(template),
    steps: projectSteps(template),
    sources: projectSources(template, names),
    functions: projectFunctions(template, assets, names),
    triggers: projectTriggers(template, names),
    scan: projectScan(template, names),
    deadLetters: projectDeadLetters(template),
    tables: projectTables(template),
    bucket: projectBucket(template),
    pool: projectPool(template),
    client: projectClient(template),
  };
};

type Names = (text: string) => string;

/** Replaces references by readable names: `${StorageFiles48C02C92.Arn}` by `table MyAppFiles`. */
const readableNames = (template: Json): Names => {
  const bytes = bytesBucket(template);
  const known = [
    [`\${${bytes.id}.Arn}`, 'the bucket'],
    [`\${${bytes.id}}`, 'the bucket'],
    ...resourcesOf(template, 'AWS::DynamoDB::Table').flatMap(({ id, properties }) => [
      [`\${${id}.Arn}`, `table ${String(properties.TableName)}`],
      [`\${${id}.StreamArn}`, `stream of ${String(properties.TableName)}`],
      [`\${${id}}`, String(properties.TableName)],
    ]),
    ...resourcesOf(template, 'AWS::AppSync::GraphQLApi').flatMap(({ id }) => [
      [`\${${id}.Arn}`, 'the API'],
      [`\${${id}.GraphQLUrl}`, 'the API'],
    ]),
    ...resourcesOf(template, 'AWS::SQS::Queue').map(({ id }) => [`\${${id}.Arn}`, 'the dead letters']),
    ...resourcesOf(template, 'AWS::Lambda::Function').flatMap((resource) => [
      [`\${${resource.id}.Arn}`, `function ${functionName(resource)}`],
    ]),
  ];
  return (text) => known.reduce((result, [from = '', to = '']) => result.replaceAll(from, to), text);
};

const projectApi = (template: Json, names: Names) => {
  const { properties } = onlyResource(template, 'AWS::AppSync::GraphQLApi');
  const environment = isObject(properties.EnvironmentVariables) ? properties.EnvironmentVariables : {};
  return {
    name: properties.Name,
    authModes: [
      properties.AuthenticationType,
      ...listOf(properties.AdditionalAuthenticationProviders).map((provider) => at(provider, 'AuthenticationType')),
    ],
    queryDepthLimit: properties.QueryDepthLimit,
    resolverCountLimit: properties.ResolverCountLimit,
    introspection: properties.IntrospectionConfig,
    environment: Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, names(textOf(value))])),
    schema: contractOf(onlyResource(template, 'AWS::AppSync::GraphQLSchema').properties.Definition),
  };
};

const projectFields = (template: Json) =>
  Object.fromEntries(
    resourcesOf(template, 'AWS::AppSync::Resolver').map(({ properties }) => [
      `${String(properties.TypeName)}.${String(properties.FieldName)}`,
      {
        kind: properties.Kind,
        ...(properties.Kind === 'PIPELINE'
          ? { steps: listOf(at(properties, 'PipelineConfig', 'Functions')).map((id) => stepOf(template, id)) }
          : { source: sourceName(template, properties.DataSourceName) }),
        runtime: runtimeOf(properties),
        code: properties.Code,
      },
    ]),
  );

const stepOf = (template: Json, functionId: unknown) => {
  const step = resourcesOf(template, 'AWS::AppSync::FunctionConfiguration').find(
    ({ id }) => id === targetOf(functionId),
  );
  return [step?.properties.Name, sourceName(template, step?.properties.DataSourceName)];
};

const projectSteps = (template: Json) =>
  Object.fromEntries(
    resourcesOf(template, 'AWS::AppSync::FunctionConfiguration').map(({ properties }) => [
      String(properties.Name),
      {
        source: sourceName(template, properties.DataSourceName),
        runtime: runtimeOf(properties),
        code: properties.Code,
      },
    ]),
  );

const runtimeOf = (properties: Json) => ({
  name: at(properties, 'Runtime', 'Name'),
  version: at(properties, 'Runtime', 'RuntimeVersion'),
});

const sourceName = (template: Json, reference: unknown): unknown =>
  resourcesOf(template, 'AWS::AppSync::DataSource').find(({ id }) => id === targetOf(reference))?.properties.Name;

const projectSources = (template: Json, names: Names) =>
  Object.fromEntries(
    resourcesOf(template, 'AWS::AppSync::DataSource').map(({ properties }) => {
      const table = at(properties, 'DynamoDBConfig', 'TableName');
      const lambda = at(properties, 'LambdaConfig', 'LambdaFunctionArn');
      const target = table ?? lambda ?? 'nothing';
      return [
        String(properties.Name),
        {
          type: properties.Type,
          target: names(textOf(target)).replace(/^function /, ''),
          may: grantsOf(template, targetOf(properties.ServiceRoleArn) ?? '').map(names),
        },
      ];
    }),
  );

const projectFunctions = (template: Json, assets: Synthesis['assets'], names: Names) =>
  Object.fromEntries(
    resourcesOf(template, 'AWS::Lambda::Function').map((resource) => {
      const { properties } = resource;
      const variables = at(properties, 'Environment', 'Variables');
      const session = targetOf(at(variables, 'SESSION_ROLE_ARN'));
      const ownNames: Names = (text) => names(text.replaceAll(`\${${session}.Arn}`, 'its session role'));
      const logs = `\${${targetOf(at(properties, 'LoggingConfig', 'LogGroup')) ?? ''}.Arn}`;
      return [
        functionName(resource),
        {
          code: assets[String(at(properties, 'Code', 'S3Key')).replace('.zip', '')],
          environment: Object.fromEntries(
            Object.entries(isObject(variables) ? variables : {}).map(([key, value]) => [key, ownNames(textOf(value))]),
          ),
          session: session === undefined ? null : projectSession(template, { session, resource, names }),
          may: grantsOf(template, targetOf(properties.Role) ?? '')
            .map((grant) => ownNames(grant.replace(logs, 'its logs')))
            .sort(),
        },
      ];
    }),
  );

const projectSession = (
  template: Json,
  { session, resource, names }: { readonly session: string; readonly resource: Resource; readonly names: Names },
) => {
  const role = resourcesOf(template, 'AWS::IAM::Role').find(({ id }) => id === session)?.properties;
  const [trust, ...others] = listOf(at(role, 'AssumeRolePolicyDocument', 'Statement'));
  const trusted = targetOf(at(trust, 'Principal', 'AWS'));
  return {
    trusted: others.length === 0 && trusted === targetOf(resource.properties.Role) ? 'its own role' : 'somebody else',
    actions: at(trust, 'Action'),
    withTags: at(trust, 'Condition'),
    maxSeconds: at(role, 'MaxSessionDuration'),
    may: grantsOf(template, session).map(names),
  };
};

const bytesBucket = (template: Json): Resource => {
  const found = resourcesOf(template, 'AWS::S3::Bucket').find(({ properties }) => properties.CorsConfiguration);
  if (!found) throw new RangeError('No bucket may be reached from a browser.');
  return found;
};
