import { textOf } from './input';
import type { Operation } from './operation';
import { queueOf } from './queueOf';
import { readReceipt } from './receipt';

/**
 * Deleting a message that is already gone succeeds.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html
 */
export const deleteMessage: Operation = async (input, tools) => {
  const queue = queueOf(input, tools);
  const message = queue.find(readReceipt(textOf(input, 'ReceiptHandle')));
  if (message !== undefined) await queue.remove(message);
  return {};
};
