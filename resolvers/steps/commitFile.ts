import { util, type Context } from '@aws-appsync/utils';
import { fileNameKey } from '../shared/fileName';
import type { FileRow } from '../shared/fileRow';
import { refuse } from '../shared/refuse';
import type { SavedMetadata } from '../shared/savedMetadata';
import { failOnSourceError } from '../shared/sourceError';

/**
 * Makes the row AVAILABLE, and so part of the lists. Of two calls at once with the same metadata both succeed and
 * see the same row; with other metadata, one does.
 */
export const request = (ctx: Context) => {
  const upload: FileRow = ctx.stash['upload'];
  const metadata: SavedMetadata = ctx.stash['metadata'];
  const now = util.time.nowISO8601();
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ UserId: upload.UserId, FileId: upload.FileId }),
    update: {
      expression:
        'SET #Status = :available, VersionId = :versionId, FileName = :fileName, Extra = :extra, ' +
        'FileNameKey = :fileNameKey, StoredSize = :size, UpdatedAt = if_not_exists(UploadedAt, :now), ' +
        'FileTypeKey = if_not_exists(FileTypeKey, :fileTypeKey), UploadedAt = if_not_exists(UploadedAt, :now) ' +
        'REMOVE ExpiresAt',
      expressionNames: { '#Status': 'Status' },
      expressionValues: util.dynamodb.toMapValues({
        ':available': 'AVAILABLE',
        ':versionId': ctx.prev.result,
        ':fileName': metadata.FileName,
        ':extra': metadata.Extra,
        ':fileNameKey': fileNameKey(metadata.FileName),
        ':size': upload.Size,
        ':now': now,
        ':fileTypeKey': `${upload.ContentType}#${now}`,
      }),
    },
    condition: {
      expression:
        '(#Status = :wasPending AND attribute_not_exists(ClosedAt)) OR ' +
        '(#Status = :isAvailable AND VersionId = :sameVersionId AND FileName = :sameFileName AND Extra = :sameExtra)',
      expressionNames: { '#Status': 'Status' },
      expressionValues: util.dynamodb.toMapValues({
        ':wasPending': 'PENDING',
        ':isAvailable': 'AVAILABLE',
        ':sameVersionId': ctx.prev.result,
        ':sameFileName': metadata.FileName,
        ':sameExtra': metadata.Extra,
      }),
    },
  };
};

export const response = (ctx: Context): FileRow => {
  if (ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException') {
    refuse('STATE_CONFLICT', 'The upload was saved or ended meanwhile.');
  }
  failOnSourceError(ctx);
  return ctx.result;
};
