import { ReceiptHandleInvalid } from '../errors';
import type { Message } from '../openQueue';

/** The ReceiptHandle, with which a receiver deletes a message. */
export const formatReceipt = ({ id, receiveCount }: Message): string =>
  Buffer.from(`${id} ${receiveCount}`).toString('base64');

/** The message id in a ReceiptHandle, or ReceiptHandleInvalid. */
export const readReceipt = (text: string): string => {
  const [, id] = /^([0-9a-f-]{36}) \d+$/.exec(Buffer.from(text, 'base64').toString()) ?? [];
  if (id === undefined) throw new ReceiptHandleInvalid(text);
  return id;
};
