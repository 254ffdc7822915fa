import type { IncomingMessage } from 'node:http';
import { BodyTooLarge } from '../../../http/errors';
import { readBody } from '../../../http/readBody';
import { UnreadableForm } from '../errors';

const limitBytes = 64 * 1024;

/** Reads the fields of a posted form; throws UnreadableForm. */
export const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const [type] = (request.headers['content-type'] ?? '').split(';', 1);
  if (type?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
    throw new UnreadableForm('The content type must be application/x-www-form-urlencoded.');
  }
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge();
  try {
    return new URLSearchParams(decode(await readBody(request, limitBytes)));
  } catch (error) {
    throw error instanceof BodyTooLarge ? tooLarge() : error;
  }
};

const tooLarge = () => new UnreadableForm(`The form is larger than ${limitBytes} bytes.`, 413);

const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableForm('The form is not UTF-8.');
  }
};
