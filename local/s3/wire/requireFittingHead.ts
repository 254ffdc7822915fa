import type { IncomingMessage } from 'node:http';
import { S3Error } from '../errors';

const maxBytes = 8192;

/**
 * Throws if request line and headers together exceed 8 KB, as S3 does: a long query counts like a long header.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
 */
export const requireFittingHead = ({ method = '', url = '', rawHeaders }: IncomingMessage): void => {
  const lines = `${method} ${url} HTTP/1.1\r\n`.length;
  const headers = rawHeaders.reduce((sum, text) => sum + text.length + ': '.length, 0); // or CRLF, after a value
  if (lines + headers > maxBytes) {
    throw new S3Error('RequestHeaderSectionTooLarge', { details: { MaxSizeAllowed: String(maxBytes) } });
  }
};
