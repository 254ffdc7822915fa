import type { Blobs } from '../store/blobs';
import type { Body } from './body';
import type { Expectation } from './expectation';
import { createMeter, type Measured } from './meter';

/** Verified bytes on disk that no record refers to yet. */
export interface Ingested extends Measured {
  readonly blobId: string;
}

/** Streams a body to disk and verifies everything declared about it; on failure, leaves no bytes behind. */
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
