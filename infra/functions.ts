import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { environment } from '../config/environment';
import { functions as settings } from '../config/functions';
import type { EnvironmentName } from '../resolvers/wiringTypes';
import { acknowledge } from './acknowledge';
import type { ProjectCode } from './code';
import type { StageConfig } from './config';
import { InvalidWiring } from './errors';
import { bytesStatements, ownersStatements } from './grantStatements';
import { createLambda } from './lambda';
import { lambdaSources } from './wiring';

export interface FunctionsProps {
  readonly stage: StageConfig;
  readonly code: ProjectCode;
  readonly bytes: Bucket;
}

/** The manifest's Lambdas that AppSync calls, by name. */
export class Functions extends Construct {
  readonly byName: ReadonlyMap<string, Lambda>;

  constructor(scope: Construct, id: string, { stage, code, bytes }: FunctionsProps) {
    super(scope, id);
    const created = lambdaSources.map(([name, source]) => {
      const lambda = createLambda(this, name, {
        stage,
        code,
        bytes,
        environment: Object.fromEntries(source.environment.flatMap((key) => variableOf(key, bytes))),
        statements: bytesStatements(source.may, bytes),
        sessionStatements: ownersStatements(source.may, bytes),
        timeoutSeconds: settings.timeoutSeconds,
        reservedConcurrency: stage.reservedConcurrency,
      });
      return [name, lambda] as const;
    });
    this.byName = new Map(created);
    acknowledge(this, {
      'Serverless-LambdaDLQ':
        'AppSync calls the functions and waits for the answer: there is no event that could get lost.',
    });
  }
}

/** A variable with its value; none for the one that `createLambda` sets itself. */
const variableOf = (key: EnvironmentName, bytes: Bucket): [name: string, value: string][] => {
  if (key === 'SESSION_ROLE_ARN') return [];
  if (key === 'BUCKET_NAME') return [[key, bytes.bucketName]];
  if (key !== 'GRAPHQL_URL') return [[key, environment[key]]];
  throw new InvalidWiring(`A source's function cannot know ${key}: the API knows the function.`);
};
