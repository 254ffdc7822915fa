import { isXmlText } from '../../xml';
import { InvalidMessageContents, InvalidParameter, UnsupportedOperation } from '../errors';
import { maxMessageBytes, numberOf, textOf } from './input';
import { md5 } from './md5';
import type { Operation } from './operation';
import { queueOf } from './queueOf';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html, to a standard queue. */
export const sendMessage: Operation = async (input, tools) => {
  for (const name of ['MessageAttributes', 'MessageSystemAttributes', 'MessageDeduplicationId']) {
    if (input[name] !== undefined) throw new UnsupportedOperation(`${name} of SendMessage`);
  }
  const queue = queueOf(input, tools);
  const body = textOf(input, 'MessageBody');
  if (Buffer.byteLength(body) > maxMessageBytes) {
    throw new InvalidParameter(
      `One or more parameters are invalid. Reason: Message must be shorter than ${maxMessageBytes} bytes.`,
    );
  }
  if (!isXmlText(body)) throw new InvalidMessageContents();
  const { id } = await queue.send(body, numberOf(input, 'DelaySeconds', { from: 0, to: 900, otherwise: 0 }));
  return { MessageId: id, MD5OfMessageBody: md5(body) };
};
