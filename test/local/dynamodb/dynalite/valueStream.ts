import { Stream } from 'node:stream';
import type { RowReader } from '../../../../local/dynamodb/dynalite/store';

/**
 * The rows of a range as the old-style stream that dynalite's queries read. It fetches no more entries at a time than
 * the query wants, and stops when the query calls `destroy`.
 */
export const valueStream = (reader: RowReader, limit: number | undefined): Stream => {
  const state = { isStopped: false };
  const stream = Object.assign(new Stream(), { destroy: () => void (state.isStopped = true) });
  void pump(reader, { stream, state, limit }).catch((error: unknown) => stream.emit('error', error));
  return stream;
};

interface Pumping {
  readonly stream: Stream;
  readonly state: { readonly isStopped: boolean };
  /** The maximum number of rows; undefined or below 1: all. */
  readonly limit: number | undefined;
}

const pump = async (reader: RowReader, { stream, state, limit = 0 }: Pumping): Promise<void> => {
  let wanted = limit > 0 ? limit : Number.POSITIVE_INFINITY;
  try {
    while (wanted > 0 && !state.isStopped) {
      const entries = await reader.next(Math.min(wanted, 256));
      if (entries.length === 0) break;
      for (const entry of entries) {
        const row = state.isStopped ? undefined : reader.rowOf(entry);
        if (row === undefined) continue;
        wanted -= 1;
        stream.emit('data', row);
      }
    }
  } finally {
    await reader.close();
  }
  stream.emit('end');
};
