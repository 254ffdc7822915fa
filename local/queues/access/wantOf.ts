import type { JsonObject } from '../../json';
import type { Want } from '../../signatures/principal';
import { queueArn } from '../names';

/** The IAM action that a call needs, on the queue that it is about: GetQueueUrl reads a name, all others a URL. */
export const wantOf = (operation: string, { QueueName, QueueUrl }: JsonObject): Want => ({
  action: `sqs:${operation}`,
  resource: queueArn(operation === 'GetQueueUrl' ? String(QueueName) : (String(QueueUrl).split('/').at(-1) ?? '')),
});
