import { textOf } from './input';
import type { Operation } from './operation';
import { queueOf } from './queueOf';
import { readReceipt } from './receipt';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html; one that is gone is no failure. */
export const deleteMessage: Operation = async (input, tools) => {
  const queue = queueOf(input, tools);
  const message = queue.find(readReceipt(textOf(input, 'ReceiptHandle')));
  if (message !== undefined) await queue.remove(message);
  return {};
};
