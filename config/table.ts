/** A table, as the CDK app deploys it and the twin creates it. */
export interface TableDescription {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey: KeyAttribute;
  /** The attribute, in epoch seconds, after which a row may be removed. */
  readonly timeToLiveAttribute: string;
  /** Whether the table has a stream of its changes. */
  readonly stream: boolean;
  readonly localIndexes: readonly LocalIndex[];
}

export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N';
}

/**
 * An index with the table's partition key and its own sort key. Local, because only a local index can be read
 * consistently (read-your-own-writes). Every sort key begins with the row's status, so that the rows of one status are
 * one contiguous range of the index.
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
    stream: true,
    localIndexes: [
      { name: 'UploadedAtIndex', sortKey: { name: 'UploadedKey', type: 'S' } },
      { name: 'FileNameIndex', sortKey: { name: 'NameKey', type: 'S' } },
      { name: 'FileSizeIndex', sortKey: { name: 'SizeKey', type: 'S' } },
      { name: 'FileTypeIndex', sortKey: { name: 'TypeKey', type: 'S' } },
    ],
  },
  /** Per person, an entry `TOTAL` with what the files take, and a marker for each decrease already applied to it. */
  usage: {
    name: 'MyAppUsage',
    partitionKey: { name: 'UserId', type: 'S' },
    sortKey: { name: 'Entry', type: 'S' },
    timeToLiveAttribute: 'ExpiresAt',
    stream: false,
    localIndexes: [],
  },
} as const satisfies Record<string, TableDescription>;

export type TableId = keyof typeof tables;

const isTableId = (name: string): name is TableId => Object.hasOwn(tables, name);

/** All tables, in the order above. */
export const tableIds: readonly TableId[] = Object.keys(tables).filter(isTableId);
