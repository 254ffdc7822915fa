import { CfnResource, Duration, Stack } from 'aws-cdk-lib';
import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { bucket } from '../config/bucket';
import { functions as settings } from '../config/functions';
import { environment } from '../config/environment';
import type { EnvironmentName, LambdaSource } from '../resolvers/manifest';
import { acknowledge } from './acknowledge';
import { allow } from './allow';
import { functionDirectory, type ProjectCode } from './code';
import type { StageConfig } from './config';
import { InvalidWiring } from './errors';
import { removalPolicyOf } from './removalPolicy';
import { lambdaSources } from './wiring';

export interface FunctionsProps {
  readonly stage: StageConfig;
  readonly code: ProjectCode;
  readonly bytes: Bucket;
}

/** The manifest's Lambdas by name, each with a role and a log group of its own. */
export class Functions extends Construct {
  readonly byName: ReadonlyMap<string, Lambda>;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    this.byName = new Map(lambdaSources.map(([name, source]) => [name, createFunction(this, [name, source], props)]));
    acknowledge(this, {
      'Serverless-LambdaDLQ':
        'AppSync calls the functions and waits for the answer: there is no event that could get lost.',
    });
  }
}

const createFunction = (
  scope: Construct,
  [name, source]: (typeof lambdaSources)[number],
  { stage, code, bytes }: FunctionsProps,
): Lambda => {
  const functionScope = new Construct(scope, name);
  const functionName = `MyFiles-${stage.name}-${name}`;
  const logGroup = new LogGroup(functionScope, 'Logs', {
    logGroupName: `/aws/lambda/${functionName}`,
    retention: stage.logRetention,
    removalPolicy: removalPolicyOf(stage),
  });
  return new Lambda(functionScope, 'Function', {
    functionName,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(functionDirectory(code, name)),
    memorySize: settings.memoryMiB,
    timeout: Duration.seconds(settings.timeoutSeconds),
    reservedConcurrentExecutions: stage.reservedConcurrency,
    environment: Object.fromEntries(source.environment.map((key) => [key, valueOf(key, bytes)])),
    tracing: Tracing.ACTIVE,
    loggingFormat: LoggingFormat.JSON,
    logGroup,
    role: createRole(functionScope, source, { bytes, logGroup }).withoutPolicyUpdates(),
  });
};

const valueOf = (key: EnvironmentName, bytes: Bucket): string =>
  key === 'BUCKET_NAME' ? bytes.bucketName : fixedValueOf(key);

const fixedValueOf = (key: EnvironmentName): string => {
  if (key === 'BUCKET_NAME' || key === 'GRAPHQL_URL')
    throw new InvalidWiring(`A source's function cannot know ${key}.`);
  return environment[key];
};

const createRole = (
  scope: Construct,
  source: LambdaSource,
  { bytes, logGroup }: { readonly bytes: Bucket; readonly logGroup: LogGroup },
): Role => {
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      Bytes: new PolicyDocument({ statements: bytesStatements(source.may.bucket ?? [], bytes) }),
      Logs: new PolicyDocument({
        statements: allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]),
      }),
      Traces: new PolicyDocument({
        statements: allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']),
      }),
    },
  });
  acknowledge(role, {
    [`AwsSolutions-IAM5[Resource::<${logicalIdOf(bytes)}.Arn>/${bucket.keyPrefix}*]`]:
      'A key below the prefix is made for each upload: the owner and the random part cannot be known before.',
    'AwsSolutions-IAM5[Resource::*]': 'X-Ray has no resources to name: its two writing actions take only the star.',
    'Serverless-LambdaStarPermissions':
      'The stars are X-Ray, which has no resources, and the keys of the users inside one prefix.',
  });
  return role;
};

const logicalIdOf = (bytes: Bucket): string => {
  const resource = bytes.node.defaultChild;
  return CfnResource.isCfnResource(resource) ? Stack.of(bytes).getLogicalId(resource) : '';
};

/** Actions on objects reach the users' prefix only; listing is asked of the bucket itself. */
const bytesStatements = (actions: readonly string[], bytes: Bucket): PolicyStatement[] => {
  const onBucket = actions.filter((action) => action === 's3:ListBucket');
  const onObjects = actions.filter((action) => action !== 's3:ListBucket');
  return [...allow(onObjects, [bytes.arnForObjects(`${bucket.keyPrefix}*`)]), ...allow(onBucket, [bytes.bucketArn])];
};
