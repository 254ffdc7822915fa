import { Aws } from 'aws-cdk-lib';
import { CfnGraphQLApi, CfnGraphQLSchema } from 'aws-cdk-lib/aws-appsync';
import { Construct } from 'constructs';
import { api } from '../config/api';
import { environment } from '../config/environment';
import { acknowledge } from './acknowledge';
import { ApiLogs } from './apiLogs';
import type { Auth } from './auth';
import type { ProjectCode } from './code';
import type { StageConfig } from './config';
import { InvalidWiring } from './errors';
import type { Functions } from './functions';
import { createResolvers } from './resolvers';
import { schemaText } from './schemaText';
import { Sources } from './sources';
import type { Storage } from './storage';
import { apiEnvironmentNames } from './wiring';

export interface ApiProps {
  readonly stage: StageConfig;
  readonly schema: string;
  readonly code: ProjectCode;
  readonly auth: Auth;
  readonly storage: Storage;
  readonly functions: Functions;
}

/**
 * The GraphQL API: the schema, and everything the manifest wires to it. It is made of CloudFormation's own resources:
 * CDK's GraphqlApi would let a DynamoDB source read and write everything in its table, and log by a managed policy.
 */
export class Api extends Construct {
  readonly graphql: CfnGraphQLApi;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const { stage, schema, code, storage, functions } = props;
    const logs = new ApiLogs(this, 'Logs', stage);
    this.graphql = createApi(this, props, logs);
    logs.receive(this.graphql);
    const graphqlSchema = new CfnGraphQLSchema(this, 'Schema', {
      apiId: this.graphql.attrApiId,
      definition: schemaText(schema),
    });
    const sources = new Sources(this, 'Sources', {
      api: this.graphql,
      tables: storage.tables,
      functions: functions.byName,
    });
    createResolvers(this, { api: this.graphql, schema: graphqlSchema, sources: sources.byName, code });
  }
}

const createApi = (scope: Construct, { stage, auth }: ApiProps, logs: ApiLogs): CfnGraphQLApi => {
  const [defaultMode, ...otherModes] = api.authModes;
  const graphql = new CfnGraphQLApi(scope, 'GraphQL', {
    name: api.name,
    authenticationType: defaultMode,
    userPoolConfig: {
      userPoolId: auth.userPool.ref,
      awsRegion: Aws.REGION,
      defaultAction: 'ALLOW',
      // Tokens of another client of the pool are refused.
      appIdClientRegex: `^${auth.client.ref}$`,
    },
    additionalAuthenticationProviders: otherModes.map((authenticationType) => ({ authenticationType })),
    queryDepthLimit: stage.queryDepthLimit,
    resolverCountLimit: api.resolverCountLimit,
    introspectionConfig: stage.introspection ? 'ENABLED' : 'DISABLED',
    xrayEnabled: true,
    environmentVariables: apiEnvironment(),
    logConfig: {
      cloudWatchLogsRoleArn: logs.role.roleArn,
      fieldLogLevel: stage.fieldLogLevel,
      // Contexts and results hold presigned URLs: whoever reads the log could use them.
      excludeVerboseContent: true,
    },
    enhancedMetricsConfig: {
      dataSourceLevelMetricsBehavior: 'FULL_REQUEST_DATA_SOURCE_METRICS',
      operationLevelMetricsConfig: 'ENABLED',
      resolverLevelMetricsBehavior: 'FULL_REQUEST_RESOLVER_METRICS',
    },
  });
  acknowledge(graphql, {
    'AwsSolutions-ASC3': 'Verbose field logs would hold presigned URLs; requests are logged without their content.',
  });
  return graphql;
};

const apiEnvironment = (): Record<string, string> =>
  Object.fromEntries(apiEnvironmentNames.map((name) => [name, apiValueOf(name)]));

// https://docs.aws.amazon.com/appsync/latest/devguide/environment-variables.html
const maxValueCharacters = 512;

const apiValueOf = (name: keyof typeof environment): string => {
  const value = environment[name];
  if (value.length <= maxValueCharacters) return value;
  throw new InvalidWiring(`${name} has ${value.length} characters; AppSync takes ${maxValueCharacters}.`);
};
