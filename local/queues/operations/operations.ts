import { changeMessageVisibility } from './changeMessageVisibility';
import { deleteMessage } from './deleteMessage';
import { getQueueAttributes } from './getQueueAttributes';
import { getQueueUrl } from './getQueueUrl';
import type { Operation } from './operation';
import { purgeQueue } from './purgeQueue';
import { receiveMessage } from './receiveMessage';
import { sendMessage } from './sendMessage';

/** The operations of the twin's SQS, by name. */
export const operations: Readonly<Record<string, Operation>> = {
  ChangeMessageVisibility: changeMessageVisibility,
  DeleteMessage: deleteMessage,
  GetQueueAttributes: getQueueAttributes,
  GetQueueUrl: getQueueUrl,
  PurgeQueue: purgeQueue,
  ReceiveMessage: receiveMessage,
  SendMessage: sendMessage,
};
