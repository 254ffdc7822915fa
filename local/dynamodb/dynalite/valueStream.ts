import { Stream } from 'node:stream';
import type { JsonObject } from '../json';
import type { Range, Reader } from '../storage/storage';

export type OpenReader = (range: Range) => Reader;

interface Options {
  /** The most rows; none or below 1: all. */
  readonly limit: number | undefined;
  /** The row of an entry; an entry without one is passed over. */
  readonly rowOf: (key: string, text: string) => JsonObject | undefined;
}

/**
 * The rows of a range as the old-style stream that dynalite's queries listen to. It fetches as many entries at a
 * time as the query will take, and ends when the query has enough and calls `destroy`.
 */
export const valueStream = (open: () => Reader, options: Options): Stream => {
  const state = { isStopped: false };
  const stream = Object.assign(new Stream(), { destroy: () => void (state.isStopped = true) });
  void pump(open(), { ...options, stream, state }).catch((error: unknown) => stream.emit('error', error));
  return stream;
};

interface Pumping extends Options {
  readonly stream: Stream;
  readonly state: { readonly isStopped: boolean };
}

const pump = async (reader: Reader, { stream, state, limit = 0, rowOf }: Pumping): Promise<void> => {
  let wanted = limit > 0 ? limit : Number.POSITIVE_INFINITY;
  try {
    while (wanted > 0 && !state.isStopped) {
      const entries = await reader.next(Math.min(wanted, 256));
      if (entries.length === 0) break;
      for (const [key, text] of entries) {
        const row = state.isStopped ? undefined : rowOf(key, text);
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
