import { runtime, util, type Context } from '@aws-appsync/utils';
import type { StartedMultipart } from '../../functions/startMultipart/startMultipart';
import type { FileRow } from '../shared/fileRow';
import { refuse } from '../shared/refuse';
import { failOnSourceError, hasConditionFailed } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<unknown, Pick<Stash, 'upload'>>;

/** Writes the multipart upload's id to the row. Of two started at once the first stays; the bucket aborts the other. */
export const request = (ctx: Ctx) => {
  const { uploadId }: Partial<StartedMultipart> = ctx.prev.result;
  if (!uploadId) runtime.earlyReturn({});
  const row = ctx.stash.upload;
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ UserId: row.UserId, FileId: row.FileId }),
    update: {
      expression: 'SET UploadId = if_not_exists(UploadId, :uploadId)',
      expressionValues: util.dynamodb.toMapValues({ ':uploadId': uploadId }),
    },
    condition: {
      expression: '#Status = :pending',
      expressionNames: { '#Status': 'Status' },
      expressionValues: util.dynamodb.toMapValues({ ':pending': 'PENDING' }),
    },
  };
};

export const response = (ctx: Ctx): FileRow => {
  if (hasConditionFailed(ctx)) {
    refuse('UPLOAD_NOT_FOUND', 'The upload was saved or ended in the meantime.');
  }
  failOnSourceError(ctx);
  ctx.stash.upload = ctx.result;
  return ctx.result;
};
