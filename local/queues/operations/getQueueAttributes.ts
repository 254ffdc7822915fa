import { InvalidAttributeName } from '../errors';
import { queueArn } from '../names';
import type { Queue } from '../openQueue';
import { maxMessageBytes, textsOf } from './input';
import type { Operation } from './operation';
import { queueOf } from './queueOf';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
export const getQueueAttributes: Operation = (input, tools) => {
  const wanted = textsOf(input, 'AttributeNames');
  const unknown = wanted.find((name) => !names.has(name));
  if (unknown !== undefined) throw new InvalidAttributeName(unknown);
  const attributes = Object.entries(attributesOf(queueOf(input, tools), tools.clock()))
    .filter(([name]) => wanted.includes('All') || wanted.includes(name))
    .map(([name, value]) => [name, String(value)]);
  return attributes.length === 0 ? {} : { Attributes: Object.fromEntries(attributes) };
};

const names: ReadonlySet<string> = new Set([
  'All',
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesDelayed',
  'ApproximateNumberOfMessagesNotVisible',
  'ContentBasedDeduplication',
  'CreatedTimestamp',
  'DeduplicationScope',
  'DelaySeconds',
  'FifoQueue',
  'FifoThroughputLimit',
  'KmsDataKeyReusePeriodSeconds',
  'KmsMasterKeyId',
  'LastModifiedTimestamp',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'Policy',
  'QueueArn',
  'ReceiveMessageWaitTimeSeconds',
  'RedriveAllowPolicy',
  'RedrivePolicy',
  'SqsManagedSseEnabled',
  'VisibilityTimeout',
]);

const attributesOf = ({ description, createdAt, messages }: Queue, now: number) => {
  const hidden = messages().filter(({ visibleAt }) => visibleAt > now);
  const delayed = hidden.filter(({ receiveCount }) => receiveCount === 0).length;
  return {
    QueueArn: queueArn(description.name),
    ApproximateNumberOfMessages: messages().length - hidden.length,
    ApproximateNumberOfMessagesNotVisible: hidden.length - delayed,
    ApproximateNumberOfMessagesDelayed: delayed,
    CreatedTimestamp: Math.floor(createdAt / 1000),
    LastModifiedTimestamp: Math.floor(createdAt / 1000),
    VisibilityTimeout: description.visibilityTimeoutSeconds,
    MaximumMessageSize: maxMessageBytes,
    MessageRetentionPeriod: description.retentionSeconds,
    DelaySeconds: 0,
    ReceiveMessageWaitTimeSeconds: 0,
    SqsManagedSseEnabled: true,
  };
};
