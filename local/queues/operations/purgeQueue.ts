import type { Operation } from './operation';
import { queueOf } from './queueOf';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html, complete on response. */
export const purgeQueue: Operation = async (input, tools) => {
  const queue = queueOf(input, tools);
  for (const message of queue.messages()) await queue.remove(message);
  return {};
};
