import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { FileRow } from '../shared/fileRow';
import { waitAbout } from '../shared/waitAbout';

/** Usage to subtract for one file, and the mark that records the subtraction. */
export interface Decrease {
  readonly row: FileRow;
  /** The upload is no longer pending, or the file is gone. */
  readonly mark: 'SETTLED' | 'FREED';
}

/** Lowers one person's usage, once per mark however often it is called. */
export type LowerUsage = (decreases: readonly Decrease[]) => Promise<void>;

/**
 * A transaction takes 100 actions: these marks, and the total.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
export const maxDecreases = 99;

interface Tools {
  readonly client: DynamoDBDocumentClient;
  /** The name of the usage table. */
  readonly table: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How long a mark is kept: longer than a record can wait to be retried. */
const rememberedSeconds = 30 * 24 * 60 * 60;

/** Pauses between attempts: another transaction of the same person, usually a new upload, may be in progress. */
const pausesMilliseconds = [20, 60, 180, 540];

/**
 * Writes the marks and the decrease in one transaction: a mark exists only if its decrease was made. Decreases commute,
 * so their order does not matter, and usage not yet subtracted is still counted: the total is never too low.
 */
export const createLowerUsage =
  (tools: Tools): LowerUsage =>
  async (decreases) => {
    const pauses = pausesMilliseconds.values();
    let left = decreases;
    while (left.length > 0) {
      try {
        await tools.client.send(new TransactWriteCommand({ TransactItems: itemsOf(tools, left) }));
        return;
      } catch (error) {
        const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
        const undone = left.filter((_, index) => reasons[index]?.Code !== 'ConditionalCheckFailed');
        if (undone.length === left.length) {
          const pause = reasons.some(({ Code }) => Code === 'TransactionConflict') ? pauses.next().value : undefined;
          if (pause === undefined) throw error;
          await waitAbout(pause);
        }
        left = undone; // the others have their marks already
      }
    }
  };

const itemsOf = ({ table, now }: Tools, decreases: readonly Decrease[]) => {
  const UserId = decreases[0]?.row.UserId;
  const ExpiresAt = Math.floor(now() / 1000) + rememberedSeconds;
  const marks = decreases.map(({ mark, row: { FileId } }) => ({
    Put: {
      TableName: table,
      Item: { UserId, Entry: `${mark}#${FileId}`, ExpiresAt },
      ConditionExpression: 'attribute_not_exists(UserId)',
    },
  }));
  const lowered = Object.entries(amountsOf(decreases));
  const total = {
    Update: {
      TableName: table,
      Key: { UserId, Entry: 'TOTAL' },
      UpdateExpression: `ADD ${lowered.map(([name]) => `${name} :${name}`).join(', ')}`,
      ExpressionAttributeValues: Object.fromEntries(lowered.map(([name, amount]) => [`:${name}`, -amount])),
    },
  };
  return [...marks, total];
};

/** The amounts to subtract. If a FREED file had been saved, its earlier SETTLED record subtracts the pending part. */
const amountsOf = (decreases: readonly Decrease[]) => {
  const freed = decreases.filter(({ mark }) => mark === 'FREED');
  const settled = decreases.filter(({ mark, row }) => mark === 'SETTLED' || row.Status === 'PENDING');
  return {
    ...(freed.length > 0 && { TotalBytes: bytesOf(freed), TotalFiles: freed.length }),
    ...(settled.length > 0 && { PendingBytes: bytesOf(settled), PendingFiles: settled.length }),
  };
};

const bytesOf = (decreases: readonly Decrease[]): number => decreases.reduce((sum, { row }) => sum + row.Size, 0);
