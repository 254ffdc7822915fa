import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { backgroundTimeoutSeconds } from '../config/background';
import { environment } from '../config/environment';
import type { BackgroundFunction, EnvironmentName } from '../resolvers/wiringTypes';
import { acknowledge } from './acknowledge';
import type { ProjectCode } from './code';
import { reservedFor } from './concurrency';
import type { StageConfig } from './config';
import { createDeadLetters } from './deadLetters';
import { InvalidWiring } from './errors';
import { followTable, streamStatements } from './followTable';
import { bytesStatements, fieldStatements, tableStatements } from './grantStatements';
import { createLambda } from './lambda';
import { MalwareScan, rejectFindings } from './malwareScan';
import { runOnSchedule } from './schedule';
import type { Storage } from './storage';
import { backgroundOf } from './wiring';

export interface BackgroundProps {
  readonly stage: StageConfig;
  readonly code: ProjectCode;
  readonly storage: Storage;
  readonly api: CfnGraphQLApi;
}

/** The manifest's Lambdas that no field calls, each with its trigger, and the queue of what they gave up. */
export class Background extends Construct {
  readonly byName: ReadonlyMap<string, Lambda>;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: BackgroundProps) {
    super(scope, id);
    this.deadLetters = createDeadLetters(this, props.stage);
    this.byName = new Map(
      backgroundOf(props.stage).map(([name, description]) => [name, this.create(name, description, props)]),
    );
    if (props.stage.malwareScan) {
      new MalwareScan(this, 'MalwareScan', { bytes: props.storage.bytes.bucket, functions: this.byName.values() });
    }
    acknowledge(this, {
      'Serverless-LambdaDLQ':
        'What the stream function gives up goes to a queue by its mapping; the scheduled one runs again by itself; what the quarantine fails on is an alarm, and its objects can be scanned again.',
    });
  }

  private create(
    name: string,
    { trigger, environment: names, may }: BackgroundFunction,
    props: BackgroundProps,
  ): Lambda {
    const { stage, code, storage, api } = props;
    const isFollower = 'stream' in trigger;
    const lambda = createLambda(this, name, {
      stage,
      code,
      bytes: storage.bytes.bucket,
      environment: Object.fromEntries(names.map((key) => [key, valueOf(key, props)])),
      statements: [
        ...tableStatements(may, storage.tables),
        ...bytesStatements(may, storage.bytes.bucket),
        ...fieldStatements(may, api),
        ...(isFollower ? streamStatements(storage.tables[trigger.stream], this.deadLetters) : []),
      ],
      timeoutSeconds: backgroundTimeoutSeconds(trigger),
      reservedConcurrency: reservedFor(stage, trigger),
    });
    if (isFollower) followTable(lambda, storage.tables[trigger.stream], this.deadLetters);
    else if ('scan' in trigger) rejectFindings(lambda, storage.bytes.bucket, trigger.scan);
    else runOnSchedule(lambda, trigger.everyHours);
    return lambda;
  }
}

const valueOf = (key: EnvironmentName, { storage, api }: BackgroundProps): string => {
  if (key === 'BUCKET_NAME') return storage.bytes.bucket.bucketName;
  if (key === 'SESSION_ROLE_ARN') throw new InvalidWiring('A background function serves nobody, so has no sessions.');
  return key === 'GRAPHQL_URL' ? api.attrGraphQlUrl : environment[key];
};
