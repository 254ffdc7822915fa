import type { Context } from '@aws-appsync/utils';
import { remove } from '@aws-appsync/utils/dynamodb';
import type { AbortedUpload } from '../../schema/generated/types';
import type { FileRow } from '../shared/fileRow';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';

/** Removes the row of an upload, as long as it is one. */
export const request = (ctx: Context) => {
  const row: FileRow = ctx.stash['upload'];
  return remove<FileRow>({
    key: { UserId: row.UserId, FileId: row.FileId },
    condition: { Status: { eq: 'PENDING' } },
  });
};

export const response = (ctx: Context): AbortedUpload => {
  if (ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException') {
    refuse('UPLOAD_NOT_FOUND', 'The upload was saved or ended meanwhile.');
  }
  failOnSourceError(ctx);
  const row: FileRow = ctx.stash['upload'];
  return { fileId: row.FileId };
};
