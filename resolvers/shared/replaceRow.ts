import { util, type Context } from '@aws-appsync/utils';
import { isConflict } from './cancellation';
import type { FileRow } from './fileRow';
import { refuse } from './refuse';
import { hasConditionFailed } from './sourceError';

/**
 * Replaces the row that was read, unless it has been changed meanwhile: of two concurrent changes to one version, one
 * wins.
 */
export const replaceRow = (before: FileRow, after: FileRow) => {
  const { UserId, FileId, ...attributes } = after;
  return {
    operation: 'PutItem',
    key: util.dynamodb.toMapValues({ UserId, FileId }),
    attributeValues: util.dynamodb.toMapValues(attributes),
    condition: unchanged(before),
  };
};

/** Removes the row that was read, unless it has been changed meanwhile. */
export const removeRow = (row: FileRow) => {
  const { UserId, FileId } = row;
  return {
    operation: 'DeleteItem',
    key: util.dynamodb.toMapValues({ UserId, FileId }),
    condition: unchanged(row),
  };
};

/** Refuses with BUSY if the row has been changed, or was being changed, since it was read. */
export const refuseIfChanged = (ctx: Context): void => {
  if (hasConditionFailed(ctx) || isConflict(ctx)) refuse('BUSY', 'The file was being changed: send the request again.');
};

/** The condition that the row is still as read: saving an upload changes its status, every later change its version. */
const unchanged = ({ Version, Status }: FileRow) => ({
  expression: '#Version = :readVersion AND #Status = :readStatus',
  expressionNames: { '#Version': 'Version', '#Status': 'Status' },
  expressionValues: util.dynamodb.toMapValues({ ':readVersion': Version, ':readStatus': Status }),
});
