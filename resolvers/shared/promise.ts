import type { Context } from '@aws-appsync/utils';
import type { GetUploadUrlInput } from '../../schema/generated/types';
import { readChecksum } from './checksum';
import { readContentType } from './contentType';
import { readFileName } from './fileName';
import type { FileRow } from './fileRow';
import { limitOf } from './limit';
import { partSizeOf } from './parts';
import { readSize } from './size';

/** What a client promises to send, as the row keeps it. */
export type UploadPromise = Pick<
  FileRow,
  'FileName' | 'Size' | 'ContentType' | 'PartSize' | 'ChecksumSha256' | 'ChecksumCrc64Nvme'
>;

/** Reads the promise; refuses it with the error code of the first invalid field. */
export const readPromise = (ctx: Context, input: GetUploadUrlInput): UploadPromise => {
  const FileName = readFileName(input.fileName);
  const Size = readSize(ctx, input.size);
  const ContentType = readContentType(ctx, input.contentType);
  const isInParts = Size > limitOf(ctx, 'MULTIPART_THRESHOLD_BYTES');
  return {
    FileName,
    Size,
    ContentType,
    ...(isInParts ? { PartSize: partSizeOf(Size, limitOf(ctx, 'MIN_PART_BYTES')) } : {}),
    ...readChecksum(input, isInParts),
  };
};
