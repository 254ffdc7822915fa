import { Stream } from 'node:stream';
import { parseObject } from '../json';
import type { Range, Reader } from '../storage/storage';

export type OpenReader = (range: Range) => Reader;

/**
 * The values of a range as the old-style stream that dynalite's queries listen to. It fetches as many entries at a
 * time as the query will take, and ends when the query has enough and calls `destroy`.
 */
export const valueStream = (open: () => Reader, limit: number): Stream => {
  const state = { stopped: false };
  const stream = Object.assign(new Stream(), { destroy: () => void (state.stopped = true) });
  void pump(open(), { stream, state, limit }).catch((error: unknown) => stream.emit('error', error));
  return stream;
};

interface Pumping {
  readonly stream: Stream;
  readonly state: { readonly stopped: boolean };
  readonly limit: number;
}

const pump = async (reader: Reader, { stream, state, limit }: Pumping): Promise<void> => {
  const wanted = limit > 0 ? limit : Number.POSITIVE_INFINITY;
  let given = 0;
  try {
    while (given < wanted && !state.stopped) {
      const entries = await reader.next(Math.min(wanted - given, 256));
      if (entries.length === 0) break;
      for (const [, text] of entries) if (!state.stopped) stream.emit('data', parseObject(text));
      given += entries.length;
    }
  } finally {
    await reader.close();
  }
  stream.emit('end');
};
