import type { IncomingMessage } from 'node:http';
import { BodyTooLarge } from '../../http/errors';
import { readBody } from '../../http/readBody';
import { CognitoError, malformed } from '../errors';
import { isJsonObject } from '../../json';

const limitBytes = 256 * 1024;

/** The JSON object in a request's body. A member that is `null` counts as left out, as in AWS's services. */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const text = decode(await readWithin(request));
  const body = parse(text);
  if (!isJsonObject(body)) throw malformed('Start of structure or map expected.');
  return body;
};

const readWithin = async (request: IncomingMessage): Promise<Buffer> => {
  // Refused before reading if the declared length is too large: a half-read request can only be cut off.
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge();
  try {
    return await readBody(request, limitBytes);
  } catch (error) {
    throw error instanceof BodyTooLarge ? tooLarge() : error;
  }
};

const tooLarge = () =>
  new CognitoError('RequestEntityTooLargeException', `The request is larger than ${limitBytes} bytes.`, 413);

const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed('The body is not UTF-8.');
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text, (_, value: unknown) => value ?? undefined);
  } catch {
    throw malformed('The body is not JSON.');
  }
};
