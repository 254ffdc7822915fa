import type { Blobs } from '../store/blobs';
import type { Body } from './body';
import type { Expectation } from './expectation';
import type { Measured } from './meter';
import { createMeter } from './meter';

/** Bytes that are on disk and are what the client said; nothing refers to them yet. */
export interface Ingested extends Measured {
  readonly blobId: string;
}

/** Streams a body to disk and verifies everything that was promised about it; on any failure no byte is left. */
export const ingest = async (body: Body, expected: Expectation, blobs: Blobs): Promise<Ingested> => {
  const meter = createMeter(expected);
  const blobId = await blobs.write(meter.watch(body.chunks));
  try {
    return { blobId, ...(await meter.verify(body)) };
  } catch (error) {
    await blobs.remove(blobId);
    throw error;
  }
};
