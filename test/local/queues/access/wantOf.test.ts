import { expect, it } from 'vitest';
import { wantOf } from '../../../../local/queues/access/wantOf';

const arn = 'arn:aws:sqs:us-east-1:000000000000';
const QueueUrl = 'http://127.0.0.1:4105/000000000000/DeadLetters';

it.each([
  ['GetQueueUrl', { QueueName: 'DeadLetters' }, `${arn}:DeadLetters`],
  ['SendMessage', { QueueUrl }, `${arn}:DeadLetters`],
  ['SendMessage', { QueueUrl, QueueName: 'Other' }, `${arn}:DeadLetters`],
  ['GetQueueUrl', { QueueName: 'DeadLetters', QueueUrl: '/000000000000/Other' }, `${arn}:DeadLetters`],
])('%s with %j asks for its own queue', (operation, input, resource) => {
  expect(wantOf(operation, input)).toEqual({ action: `sqs:${operation}`, resource });
});
