import { QueueError } from '../errors';
import { numberOf, textOf } from './input';
import type { Operation } from './operation';
import { queueOf } from './queueOf';
import { readReceipt } from './receipt';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html */
export const changeMessageVisibility: Operation = (input, tools) => {
  const message = queueOf(input, tools).find(readReceipt(textOf(input, 'ReceiptHandle')));
  const seconds = numberOf(input, 'VisibilityTimeout', { from: 0, to: 43_200, otherwise: Number.NaN });
  if (message === undefined || message.visibleAt <= tools.clock()) {
    throw new QueueError('MessageNotInflight', 'The message is not in flight.', {
      queryCode: 'AWS.SimpleQueueService.MessageNotInflight',
    });
  }
  message.visibleAt = tools.clock() + seconds * 1000;
  return {};
};
