import type { StreamRecord } from './change';
import type { FollowRecords } from './followRecords';
import { groupBy } from './groupBy';

export interface StreamEvent {
  readonly Records: readonly StreamRecord[];
}

/** https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html */
export interface StreamAnswer {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

interface Tools {
  readonly follow: FollowRecords;
  readonly onFailure: (error: unknown, record: StreamRecord) => void;
}

/**
 * Processes a batch: one file's records in order, up to the first that fails, and different files concurrently. Lambda
 * retries the batch from the first reported record.
 */
export const createFollowTable =
  ({ follow, onFailure }: Tools) =>
  async ({ Records }: StreamEvent): Promise<StreamAnswer> => {
    const batchItemFailures: { readonly itemIdentifier: string }[] = [];
    const files = new Set(groupBy(Records, fileOf).values());
    while (files.size > 0) {
      const failures = await follow([...files].flatMap(([record]) => record ?? []));
      for (const [record, error] of failures) {
        onFailure(error, record);
        batchItemFailures.push({ itemIdentifier: record.dynamodb.SequenceNumber });
      }
      for (const file of files) {
        const record = file.shift();
        if (file.length === 0 || (record && failures.has(record))) files.delete(file);
      }
    }
    return { batchItemFailures };
  };

const fileOf = ({ dynamodb }: StreamRecord): string => JSON.stringify(dynamodb.Keys);
