import type { Store } from '../store/store';
import type { Handler, ObjectCall } from './call';
import { changeUpload } from './findUpload';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html */
export const abortMultipartUpload: Handler<ObjectCall> = async (call) => {
  await changeUpload(call, ({ uploadId }) => abortUpload(call.world.store, uploadId));
  return { status: 204, headers: {} };
};

/** Removes an upload with all its bytes. */
export const abortUpload = async ({ uploads, blobs }: Store, uploadId: string): Promise<void> => {
  const parts = uploads.parts(uploadId);
  await uploads.end(uploadId);
  for (const { blobId } of parts) await blobs.remove(blobId);
};
