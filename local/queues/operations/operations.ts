import { changeMessageVisibility } from './changeMessageVisibility';
import { deleteMessage } from './deleteMessage';
import { getQueueAttributes } from './getQueueAttributes';
import { getQueueUrl } from './getQueueUrl';
import type { Operation } from './operation';
import { purgeQueue } from './purgeQueue';
import { receiveMessage } from './receiveMessage';
import { sendMessage } from './sendMessage';

/** Every operation of the twin's SQS, by its name. */
export const operations: Readonly<Record<string, Operation>> = {
  ChangeMessageVisibility: changeMessageVisibility,
  DeleteMessage: deleteMessage,
  GetQueueAttributes: getQueueAttributes,
  GetQueueUrl: getQueueUrl,
  PurgeQueue: purgeQueue,
  ReceiveMessage: receiveMessage,
  SendMessage: sendMessage,
};
