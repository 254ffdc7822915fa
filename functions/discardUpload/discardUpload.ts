import { AbortMultipartUploadCommand, DeleteObjectCommand, NoSuchUpload } from '@aws-sdk/client-s3';
import type { Storage } from '../shared/storage';

/** An upload whose row is about to go; `uploadId` is null when its bytes came in one PUT. */
export interface DiscardUploadEvent {
  readonly key: string;
  readonly uploadId: string | null;
}

/** Removes what arrived of an upload: its parts, and the object if it stands. Doing it twice does no harm. */
export const createDiscardUpload =
  ({ client, bucket, readHead }: Pick<Storage, 'client' | 'bucket' | 'readHead'>) =>
  async ({ key, uploadId }: DiscardUploadEvent): Promise<{ readonly discarded: true }> => {
    const target = { Bucket: bucket, Key: key };
    if (uploadId !== null) {
      try {
        await client.send(new AbortMultipartUploadCommand({ ...target, UploadId: uploadId }));
      } catch (error) {
        if (!(error instanceof NoSuchUpload)) throw error;
      }
    }
    const head = await readHead(key);
    if (head?.VersionId) await client.send(new DeleteObjectCommand({ ...target, VersionId: head.VersionId }));
    return { discarded: true };
  };
