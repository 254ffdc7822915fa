import type { Storage, StoredPart } from '../shared/storage';

/** A pending upload; `uploadId` is null when its bytes come in one PUT. */
export interface ReadProgressEvent {
  readonly key: string;
  readonly uploadId: string | null;
}

export interface StoredBytes {
  readonly receivedBytes: number;
  /** The parts of a multipart upload that is not completed yet. */
  readonly parts: Pick<StoredPart, 'partNumber' | 'size'>[];
}

/** How much of an upload has arrived, according to S3 itself. */
export const readProgress = async (
  { readHead, listParts }: Pick<Storage, 'readHead' | 'listParts'>,
  { key, uploadId }: ReadProgressEvent,
): Promise<StoredBytes> => {
  const parts = uploadId === null ? null : await listParts(key, uploadId);
  if (parts) {
    const receivedBytes = parts.reduce((sum, { size }) => sum + size, 0);
    return { receivedBytes, parts: parts.map(({ partNumber, size }) => ({ partNumber, size })) };
  }
  const head = await readHead(key);
  return { receivedBytes: head?.ContentLength ?? 0, parts: [] };
};
