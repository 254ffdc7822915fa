import type { Context } from '@aws-appsync/utils';
import { operations } from '@aws-appsync/utils/dynamodb';
import type { FileRow } from '../shared/fileRow';
import { indexKeys } from '../shared/indexKeys';
import { instantNow } from '../shared/instant';
import { failOnSourceError, hasConditionFailed } from '../shared/sourceError';
import type { Stash } from '../shared/stash';
import { updateRow } from '../shared/updateRow';

type Ctx = Context<unknown, Pick<Stash, 'upload' | 'metadata' | 'versionId'>>;

/** Makes the row AVAILABLE, and thereby listed, if it is still PENDING; returns null if it is not. */
export const request = (ctx: Ctx) => {
  const { upload, metadata } = ctx.stash;
  const versionId: string = ctx.prev.result;
  ctx.stash.versionId = versionId;
  const now = instantNow();
  const change = {
    ...metadata,
    ...indexKeys('AVAILABLE', { ...upload, ...metadata, UploadedAt: now }),
    Status: 'AVAILABLE' as const,
    VersionId: versionId,
    UploadedAt: now,
    UpdatedAt: now,
    ExpiresAt: operations.remove(),
  };
  return updateRow(upload, change, { Status: { eq: 'PENDING' } });
};

export const response = (ctx: Ctx): FileRow | null => {
  if (hasConditionFailed(ctx)) return null;
  failOnSourceError(ctx);
  return ctx.result;
};
