import { util, type Context } from '@aws-appsync/utils';
import type { FileRow } from '../shared/fileRow';
import { indexKeys } from '../shared/indexKeys';
import { instantNow } from '../shared/instant';
import { failOnSourceError, hasConditionFailed } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<unknown, Pick<Stash, 'upload' | 'metadata' | 'versionId'>>;

/** Makes the row AVAILABLE, and thereby listed, if it is still PENDING; returns null if it is not. */
export const request = (ctx: Ctx) => {
  const { upload, metadata } = ctx.stash;
  const versionId: string = ctx.prev.result;
  ctx.stash.versionId = versionId;
  const now = instantNow();
  const keys = indexKeys('AVAILABLE', { ...upload, ...metadata, UploadedAt: now });
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ UserId: upload.UserId, FileId: upload.FileId }),
    update: {
      expression:
        'SET #Status = :available, VersionId = :versionId, FileName = :fileName, Extra = :extra, ' +
        'UploadedKey = :uploadedKey, NameKey = :nameKey, SizeKey = :sizeKey, TypeKey = :typeKey, ' +
        'UploadedAt = :now, UpdatedAt = :now REMOVE ExpiresAt',
      expressionNames: { '#Status': 'Status' },
      expressionValues: util.dynamodb.toMapValues({
        ':available': 'AVAILABLE',
        ':versionId': versionId,
        ':fileName': metadata.FileName,
        ':extra': metadata.Extra,
        ':uploadedKey': keys.UploadedKey,
        ':nameKey': keys.NameKey,
        ':sizeKey': keys.SizeKey,
        ':typeKey': keys.TypeKey,
        ':now': now,
      }),
    },
    condition: {
      expression: '#Status = :pending',
      expressionNames: { '#Status': 'Status' },
      expressionValues: util.dynamodb.toMapValues({ ':pending': 'PENDING' }),
    },
  };
};

export const response = (ctx: Ctx): FileRow | null => {
  if (hasConditionFailed(ctx)) return null;
  failOnSourceError(ctx);
  return ctx.result;
};
