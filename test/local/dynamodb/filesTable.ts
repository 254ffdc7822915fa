import type { TableDescription } from '../../../config/table';

/** A table for the engine's tests, with string and number indexes, independent of the project's own tables. */
export const filesTable = {
  name: 'MyAppFiles',
  partitionKey: { name: 'UserId', type: 'S' },
  sortKey: { name: 'FileId', type: 'S' },
  timeToLiveAttribute: 'ExpiresAt',
  stream: true,
  localIndexes: [
    { name: 'UploadedAtIndex', sortKey: { name: 'UploadedAt', type: 'S' } },
    { name: 'FileNameIndex', sortKey: { name: 'FileNameKey', type: 'S' } },
    { name: 'FileSizeIndex', sortKey: { name: 'StoredSize', type: 'N' } },
    { name: 'FileTypeIndex', sortKey: { name: 'FileTypeKey', type: 'S' } },
  ],
} as const satisfies TableDescription;
