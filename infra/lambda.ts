import { Duration } from 'aws-cdk-lib';
import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  RuntimeFamily,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { bucket } from '../config/bucket';
import { functions as settings } from '../config/functions';
import { acknowledge } from './acknowledge';
import { allow } from './allow';
import { functionDirectory, type ProjectCode } from './code';
import type { StageConfig } from './config';
import { logicalIdOf } from './logicalIdOf';
import { removalPolicyOf } from './removalPolicy';
import { createSessionRole } from './sessionRole';

export interface LambdaProps {
  readonly stage: StageConfig;
  readonly code: ProjectCode;
  readonly bytes: Bucket;
  readonly environment: Readonly<Record<string, string>>;
  /** What the function's role may do besides writing logs and traces and starting sessions. */
  readonly statements: readonly PolicyStatement[];
  /** What it may do in a session of the person it serves. */
  readonly sessionStatements?: readonly PolicyStatement[];
  readonly timeoutSeconds: number;
  readonly reservedConcurrency: number;
}

/** A function of the project, with a role and a log group of its own. */
export const createLambda = (scope: Construct, name: string, props: LambdaProps): Lambda => {
  const functionScope = new Construct(scope, name);
  // No fixed name: in production the group outlives its function, and a fixed name would block the function's return
  // after an option was left out or a commit reverted (gchq/sleeper#3480).
  const logGroup = new LogGroup(functionScope, 'Logs', {
    retention: props.stage.logRetention,
    removalPolicy: removalPolicyOf(props.stage),
  });
  const role = createRole(functionScope, props, logGroup);
  const session = createSession(functionScope, role, props);
  const lambda = new Lambda(functionScope, 'Function', {
    functionName: `MyFiles-${props.stage.name}-${name}`,
    runtime: new Runtime(settings.runtime, RuntimeFamily.NODEJS),
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(functionDirectory(props.code, name)),
    memorySize: settings.memoryMiB,
    timeout: Duration.seconds(props.timeoutSeconds),
    reservedConcurrentExecutions: props.reservedConcurrency,
    environment: { ...props.environment, ...(session && { SESSION_ROLE_ARN: session.role.roleArn }) },
    tracing: Tracing.ACTIVE,
    loggingFormat: LoggingFormat.JSON,
    logGroup,
    role: role.withoutPolicyUpdates(),
  });
  if (session) lambda.node.addDependency(session.permission);
  return lambda;
};

const createSession = (scope: Construct, functionRole: Role, { sessionStatements = [], bytes }: LambdaProps) =>
  sessionStatements.length === 0
    ? undefined
    : createSessionRole(scope, { functionRole, statements: sessionStatements, bytes });

const createRole = (scope: Construct, { statements, bytes }: LambdaProps, logGroup: LogGroup): Role => {
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      ...(statements.length > 0 && { Work: new PolicyDocument({ statements: [...statements] }) }),
      Logs: new PolicyDocument({
        statements: allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]),
      }),
      Traces: new PolicyDocument({
        statements: allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']),
      }),
    },
  });
  acknowledge(role, {
    ...(statements.length > 0 && {
      [`AwsSolutions-IAM5[Resource::<${logicalIdOf(bytes)}.Arn>/${bucket.keyPrefix}*]`]:
        'What works in the background serves everybody: owners and the random parts of keys cannot be known before.',
    }),
    'AwsSolutions-IAM5[Resource::*]':
      'X-Ray, and the list of streams where there is one, have no resources to name: they take only the star.',
    'Serverless-LambdaStarPermissions':
      'The stars are actions that have no resources, and the keys of the users inside one prefix.',
  });
  return role;
};
