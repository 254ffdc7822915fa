import type { StreamReader } from '../../../../local/dynamodb/streams/openReader';
import type { StreamRecord } from '../../../../local/dynamodb/streams/streamRecord';

/** Reads until there are `count` records, and takes them. */
export const takeRecords = async (reader: StreamReader, count: number): Promise<StreamRecord[]> => {
  const patience = AbortSignal.timeout(10_000);
  for (;;) {
    const records = await reader.read(1_000);
    if (records.length >= count) {
      await reader.take(records.at(-1)?.dynamodb.SequenceNumber ?? '');
      return records;
    }
    if (patience.aborted) throw new Error(`There are ${records.length} records, not ${count}.`);
    await reader.news(patience);
  }
};
