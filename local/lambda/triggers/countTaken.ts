import { memberOf } from '../../../tools/memberOf';
import type { Invocation } from '../openFunctions';
import type { EventRecord } from './eventSource';

interface Batch {
  readonly records: readonly EventRecord[];
  readonly reportBatchItemFailures: boolean;
}

/**
 * How many records, from the start of a batch, a function has processed: all, none, or those before the first that it
 * reports as failed. A malformed report fails the whole batch.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export const countTaken = (invocation: Invocation, { records, reportBatchItemFailures }: Batch): number => {
  if (!invocation.ok) return 0;
  if (!reportBatchItemFailures) return records.length;
  const failures = reportedFailures(invocation.payload);
  const places = failures.map((identifier) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === identifier),
  );
  return Math.max(0, Math.min(records.length, ...places)); // an unknown identifier gives -1, so nothing is taken
};

/** The reported item identifiers, not validated; `undefined` stands for a malformed one. */
const reportedFailures = (payload: unknown): unknown[] => {
  if (payload === null || payload === undefined) return [];
  const list = memberOf(payload, 'batchItemFailures');
  if (list === null || (list === undefined && typeof payload === 'object')) return [];
  return Array.isArray(list) ? list.map((item) => memberOf(item, 'itemIdentifier')) : [undefined];
};
