/** The tables, as the CDK app deploys them and the twin creates them. */
export interface TableDescription {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey: KeyAttribute;
  /** The attribute, in epoch seconds, after which a row may be removed. */
  readonly timeToLiveAttribute: string;
  readonly localIndexes: readonly LocalIndex[];
}

export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N';
}

/**
 * An index with the table's partition key and a sort key of its own. Local, because only a local index can be
 * read consistently (read-your-own-writes), and sparse: only AVAILABLE rows have its sort key.
 */
export interface LocalIndex {
  readonly name: string;
  readonly sortKey: KeyAttribute;
}

export const tables = {
  files: {
    name: 'MyAppFiles',
    partitionKey: { name: 'UserId', type: 'S' },
    sortKey: { name: 'FileId', type: 'S' },
    timeToLiveAttribute: 'ExpiresAt',
    localIndexes: [
      { name: 'UploadedAtIndex', sortKey: { name: 'UploadedAt', type: 'S' } },
      { name: 'FileNameIndex', sortKey: { name: 'FileNameKey', type: 'S' } },
      { name: 'FileSizeIndex', sortKey: { name: 'StoredSize', type: 'N' } },
      { name: 'FileTypeIndex', sortKey: { name: 'FileTypeKey', type: 'S' } },
    ],
  },
} as const satisfies Record<string, TableDescription>;

export type TableId = keyof typeof tables;
