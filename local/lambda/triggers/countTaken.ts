import type { Invocation } from '../openFunctions';
import type { EventRecord } from './eventSource';

interface Batch {
  readonly records: readonly EventRecord[];
  readonly reportBatchItemFailures: boolean;
}

/**
 * How many records from the start of a batch a function has taken: all, none, or those before the first that it
 * reports. A report that makes no sense is a failure of the whole batch.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export const countTaken = (invocation: Invocation, { records, reportBatchItemFailures }: Batch): number => {
  if (!invocation.ok) return 0;
  if (!reportBatchItemFailures) return records.length;
  const failures = reportedFailures(invocation.payload);
  const places = failures.map((identifier) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === identifier),
  );
  return Math.max(0, Math.min(records.length, ...places)); // an unknown one is at -1
};

/** The reported identifiers, whatever they are. */
const reportedFailures = (payload: unknown): unknown[] => {
  if (payload === null || payload === undefined) return [];
  const list = member(payload, 'batchItemFailures');
  if (list === null || (list === undefined && typeof payload === 'object')) return [];
  return Array.isArray(list) ? list.map((item) => member(item, 'itemIdentifier')) : [undefined];
};

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
