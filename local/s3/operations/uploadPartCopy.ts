import { invalidArgument, S3Error } from '../errors';
import { xmlAnswer } from '../wire/answer';
import { wholeSeconds } from '../wire/wholeSeconds';
import { element } from '../../xml';
import type { Handler, ObjectCall } from './call';
import { commitPart, readPartNumber } from './commitPart';
import { copyBytes, findSource, sourceHeaders } from './copySource';
import { findUpload } from './findUpload';
import { uploadChecksumByDefault } from './objectChecksum';
import { checksumElements, quoted } from './objectHeaders';
import type { Range } from './range';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html */
export const uploadPartCopy: Handler<ObjectCall> = async (call) => {
  const { world, headers } = call;
  const partNumber = readPartNumber(call);
  const { algorithm } = findUpload(call).checksum ?? uploadChecksumByDefault;
  const { version: source } = findSource(call);
  const range = readSourceRange(headers.get('x-amz-copy-source-range'), source.size);
  const part = await commitPart(call, partNumber, await copyBytes({ source, range, algorithm }, world.store.blobs));
  return xmlAnswer(
    element('CopyPartResult', [
      element('LastModified', wholeSeconds(part.lastModified)),
      element('ETag', quoted(part.etag)),
      ...checksumElements(part.checksum).slice(0, 1),
    ]),
    { 'x-amz-server-side-encryption': 'AES256', ...sourceHeaders(source) },
  );
};

const minRangedBytes = 5 * 1024 * 1024;

/** Unlike a read's Range, this must have both ends, lie within the object, and the object exceed 5 MiB. */
const readSourceRange = (header: string | undefined, size: number): Range => {
  if (header === undefined) return { start: 0, end: size - 1 };
  const [, first, last] = /^bytes=(\d{1,16})-(\d{1,16})$/.exec(header) ?? [];
  const range = { start: Number(first), end: Number(last) };
  const refuse = (message: string): S3Error => invalidArgument('x-amz-copy-source-range', header, message);
  if (!(range.start <= range.end)) {
    throw refuse(
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
    );
  }
  if (range.end >= size) throw refuse(`Range specified is not valid for source object of size: ${size}`);
  if (size > minRangedBytes) return range;
  throw new S3Error('InvalidRequest', {
    message: 'The specified copy source is not supported as a byte-range copy source',
  });
};
