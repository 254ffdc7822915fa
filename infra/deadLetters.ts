import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { deadLetterQueue } from '../config/background';
import { acknowledge } from './acknowledge';
import type { StageConfig } from './config';
import { removalPolicyOf } from './removalPolicy';

/** The queue with the stream positions of changes that were given up, for `npm run replay`. */
export const createDeadLetters = (scope: Construct, stage: StageConfig): Queue => {
  const queue = new Queue(scope, 'DeadLetters', {
    queueName: deadLetterQueue.name,
    visibilityTimeout: Duration.seconds(deadLetterQueue.visibilityTimeoutSeconds),
    retentionPeriod: Duration.seconds(deadLetterQueue.retentionSeconds),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    removalPolicy: removalPolicyOf(stage),
  });
  acknowledge(queue, {
    'AwsSolutions-SQS3': 'This is itself the queue of dead letters: an alarm says when something lies in it.',
    'Serverless-SQSRedrivePolicy': 'This is itself the queue of dead letters: an alarm says when something lies in it.',
  });
  return queue;
};
