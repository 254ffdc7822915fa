import { CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Api } from './api';
import { Auth } from './auth';
import type { ProjectCode } from './code';
import type { StageConfig } from './config';
import { Background } from './background';
import { createBudget } from './budget';
import { Firewall } from './firewall';
import { Functions } from './functions';
import { Observability } from './observability';
import { outputs, type OutputName } from './outputs';
import { Storage } from './storage';
import { Web } from './web';

export interface MyFilesProps {
  readonly stage: StageConfig;
  /** The text of `schema/schema.graphql`. */
  readonly schema: string;
  readonly code: ProjectCode;
}

/** All of MyFiles in one stack: it is deployed, rolled back and deleted as a whole. */
export class MyFilesStack extends Stack {
  constructor(scope: Construct, { stage, schema, code }: MyFilesProps) {
    super(scope, 'MyFiles', {
      stackName: `MyFiles-${stage.name}`,
      description: `MyFiles: people's own files (${stage.name})`,
      terminationProtection: stage.keepsData,
    });
    Tags.of(this).add('Project', 'MyFiles');
    Tags.of(this).add('Stage', stage.name);

    const storage = new Storage(this, 'Storage', stage);
    const auth = new Auth(this, 'Auth', stage);
    const functions = new Functions(this, 'Functions', { stage, code, bytes: storage.bytes.bucket });
    const { graphql } = new Api(this, 'Api', { stage, schema, code, auth, storage, functions });
    const background = new Background(this, 'Background', { stage, code, storage, api: graphql });
    const firewall = stage.firewall
      ? new Firewall(this, 'Firewall', { stage, api: graphql, userPool: auth.userPool })
      : undefined;
    const web = new Web(this, 'Web', {
      stage,
      peers: { api: graphql, hostedUi: auth.domain, bytes: storage.bytes.bucket },
      accessLogs: storage.bytes.accessLogs,
    });
    const { topic } = new Observability(this, 'Observability', {
      stage,
      api: graphql,
      functions,
      background,
      storage,
      firewall,
    });

    createBudget(this, stage);

    const said: Record<OutputName, string> = {
      GraphqlUrl: graphql.attrGraphQlUrl,
      RealtimeUrl: graphql.attrRealtimeUrl,
      Region: this.region,
      UserPoolId: auth.userPool.ref,
      UserPoolClientId: auth.client.ref,
      HostedUiDomain: auth.domain,
      WebOrigins: stage.webOrigins.join(' '),
      BucketName: storage.bytes.bucket.bucketName,
      TableName: storage.tables.files.tableName,
      PageUrl: web.url,
      PageTarget: web.target,
      PageBucketName: web.bucket.bucketName,
      DeadLettersUrl: background.deadLetters.queueUrl,
      AlarmTopicArn: topic.topicArn,
    };
    const descriptions: Readonly<Record<string, string>> = outputs;
    for (const [name, value] of Object.entries(said))
      new CfnOutput(this, name, { value, description: descriptions[name] });
  }
}
