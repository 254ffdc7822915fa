import { textOf } from './input';
import type { Operation } from './operation';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html */
export const getQueueUrl: Operation = (input, { findQueue, urlOf }) => ({
  QueueUrl: urlOf(findQueue(textOf(input, 'QueueName'))),
});
