import { forEachAtOnce } from '../shared/forEachAtOnce';
import type { StreamRecord } from './change';

export interface StreamEvent {
  readonly Records: readonly StreamRecord[];
}

/** https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html */
export interface StreamAnswer {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

interface Tools {
  readonly follow: (record: StreamRecord) => Promise<void>;
  readonly onFailure: (error: unknown, record: StreamRecord) => void;
}

const filesAtOnce = 10;

/**
 * Follows a batch of records: those of one file in their order, up to the first that fails; those of several files at
 * once. Lambda repeats the batch from the first reported record on.
 */
export const createFollowTable =
  ({ follow, onFailure }: Tools) =>
  async ({ Records }: StreamEvent): Promise<StreamAnswer> => {
    const batchItemFailures: { readonly itemIdentifier: string }[] = [];
    await forEachAtOnce(byFile(Records).values(), filesAtOnce, async (records) => {
      for (const record of records) {
        try {
          await follow(record);
        } catch (error) {
          onFailure(error, record);
          batchItemFailures.push({ itemIdentifier: record.dynamodb.SequenceNumber });
          return;
        }
      }
    });
    return { batchItemFailures };
  };

const byFile = (records: readonly StreamRecord[]): Map<string, StreamRecord[]> => {
  const files = new Map<string, StreamRecord[]>();
  for (const record of records) {
    const file = JSON.stringify(record.dynamodb.Keys);
    files.set(file, [...(files.get(file) ?? []), record]);
  }
  return files;
};
