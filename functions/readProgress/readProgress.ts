import type { Storage, StoredPart } from '../shared/storage';

/** A pending upload; `uploadId` is null when its bytes come in one PUT. */
export interface ReadProgressEvent {
  readonly key: string;
  readonly uploadId: string | null;
}

export interface StoredBytes {
  /** Whether the object stands as a whole. */
  readonly isWhole: boolean;
  readonly receivedBytes: number;
  /** The parts of a multipart upload that is not completed yet. */
  readonly parts: Pick<StoredPart, 'partNumber' | 'size'>[];
}

/** What of an upload has arrived, by storage's own account. */
export const createReadProgress =
  ({ readHead, listParts }: Pick<Storage, 'readHead' | 'listParts'>) =>
  async ({ key, uploadId }: ReadProgressEvent): Promise<StoredBytes> => {
    const parts = uploadId === null ? null : await listParts(key, uploadId);
    if (parts) {
      const receivedBytes = parts.reduce((sum, { size }) => sum + size, 0);
      return { isWhole: false, receivedBytes, parts: parts.map(({ partNumber, size }) => ({ partNumber, size })) };
    }
    const head = await readHead(key);
    return { isWhole: head !== null, receivedBytes: head?.ContentLength ?? 0, parts: [] };
  };
