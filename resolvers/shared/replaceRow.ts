import { util } from '@aws-appsync/utils';
import type { FileRow } from './fileRow';

/**
 * Puts the new row in the place of the one that was read, unless it has been changed meanwhile: of two changes made of
 * one version, one wins.
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

/** That the row is the one that was read: its proof and every change give it another status or version. */
const unchanged = ({ Version, Status }: FileRow) => ({
  expression: '#Version = :readVersion AND #Status = :readStatus',
  expressionNames: { '#Version': 'Version', '#Status': 'Status' },
  expressionValues: util.dynamodb.toMapValues({ ':readVersion': Version, ':readStatus': Status }),
});
