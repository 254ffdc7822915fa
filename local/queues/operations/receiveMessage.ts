import type { Message } from '../openQueue';
import { numberOf, textsOf } from './input';
import type { JsonObject } from '../../json';
import { md5 } from './md5';
import type { Operation } from './operation';
import { queueOf } from './queueOf';
import { formatReceipt } from './receipt';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
export const receiveMessage: Operation = async (input, tools) => {
  const queue = queueOf(input, tools);
  const { visibilityTimeoutSeconds: otherwise } = queue.description;
  const count = numberOf(input, 'MaxNumberOfMessages', {
    from: 1,
    to: 10,
    otherwise: 1,
    reason: 'Must be between 1 and 10, if provided.',
  });
  const hiddenSeconds = numberOf(input, 'VisibilityTimeout', { from: 0, to: 43_200, otherwise });
  const patience = numberOf(input, 'WaitTimeSeconds', {
    from: 0,
    to: 20,
    otherwise: 0,
    reason: 'Must be >= 0 and <= 20, if provided.',
  });
  const reception = { count, hiddenSeconds, isShort: patience === 0 };
  const until = AbortSignal.any([tools.signal, AbortSignal.timeout(patience * 1000)]);

  let messages = await queue.receive(reception);
  while (messages.length === 0 && patience > 0 && !until.aborted) {
    await queue.news(until);
    if (!tools.signal.aborted) messages = await queue.receive(reception); // a client that is gone receives nothing
  }
  const wanted = [...textsOf(input, 'AttributeNames'), ...textsOf(input, 'MessageSystemAttributeNames')];
  return messages.length === 0 ? {} : { Messages: messages.map((message) => describe(message, wanted)) };
};

const describe = (message: Message, wanted: readonly string[]): JsonObject => {
  const attributes = Object.entries({
    SentTimestamp: message.sentAt,
    ApproximateReceiveCount: message.receiveCount,
    ApproximateFirstReceiveTimestamp: message.firstReceivedAt,
  }).filter(([name]) => wanted.includes('All') || wanted.includes(name));
  return {
    MessageId: message.id,
    ReceiptHandle: formatReceipt(message),
    MD5OfBody: md5(message.body),
    Body: message.body,
    ...(attributes.length === 0
      ? {}
      : { Attributes: Object.fromEntries(attributes.map(([name, value]) => [name, String(value)])) }),
  };
};
