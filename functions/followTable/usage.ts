import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { setTimeout } from 'node:timers/promises';
import type { FileRow } from '../shared/fileRow';

/** Lowers what is counted of a person, once for each file however often it is told. */
export interface Usage {
  /** The upload is no longer pending. */
  readonly settle: (row: FileRow) => Promise<void>;
  /** The file is gone. */
  readonly free: (row: FileRow) => Promise<void>;
}

interface Tools {
  readonly client: DynamoDBDocumentClient;
  /** The name of the usage table. */
  readonly table: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How long it is remembered that something was lowered: longer than a record can wait to be told again. */
const rememberedSeconds = 30 * 24 * 60 * 60;

/** Other transactions of the same person, above all new uploads, may be under way: it is tried a few times. */
const pausesMilliseconds = [20, 60, 180, 540];

/**
 * A mark and the decrease go into one transaction: where the mark is, the decrease is done. Decreases commute, so their
 * order does not matter, and what is not yet told is still counted: the total is never too low.
 */
export const createUsage = (tools: Tools): Usage => ({
  settle: (row) => lower(tools, row, { mark: 'SETTLED', PendingBytes: row.Size, PendingFiles: 1 }),
  free: (row) => {
    // The pending part of a row that was saved is settled by the record of that.
    const pending = row.Status === 'PENDING' ? { PendingBytes: row.Size, PendingFiles: 1 } : {};
    return lower(tools, row, { mark: 'FREED', TotalBytes: row.Size, TotalFiles: 1, ...pending });
  },
});

interface Decrease {
  readonly mark: 'SETTLED' | 'FREED';
  readonly TotalBytes?: number;
  readonly TotalFiles?: number;
  readonly PendingBytes?: number;
  readonly PendingFiles?: number;
}

const lower = async (tools: Tools, row: FileRow, decrease: Decrease): Promise<void> => {
  for (const pause of [...pausesMilliseconds, undefined]) {
    try {
      await tools.client.send(new TransactWriteCommand({ TransactItems: itemsOf(tools, row, decrease) }));
      return;
    } catch (error) {
      const [marking, lowering] =
        error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
      if (marking?.Code === 'ConditionalCheckFailed') return; // done before
      const isConflict = [marking?.Code, lowering?.Code].includes('TransactionConflict');
      if (!isConflict || pause === undefined) throw error;
      await setTimeout(pause * (0.5 + Math.random()));
    }
  }
};

const itemsOf = ({ table, now }: Tools, { UserId, FileId }: FileRow, { mark, ...amounts }: Decrease) => {
  const lowered = Object.entries(amounts);
  const ExpiresAt = Math.floor(now() / 1000) + rememberedSeconds;
  return [
    {
      Put: {
        TableName: table,
        Item: { UserId, Entry: `${mark}#${FileId}`, ExpiresAt },
        ConditionExpression: 'attribute_not_exists(UserId)',
      },
    },
    {
      Update: {
        TableName: table,
        Key: { UserId, Entry: 'TOTAL' },
        UpdateExpression: `ADD ${lowered.map(([name]) => `${name} :${name}`).join(', ')}`,
        ExpressionAttributeValues: Object.fromEntries(lowered.map(([name, amount]) => [`:${name}`, -amount])),
      },
    },
  ];
};
