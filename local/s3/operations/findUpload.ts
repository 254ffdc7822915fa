import { S3Error } from '../errors';
import type { Upload } from '../store/uploads';
import type { ObjectCall } from './call';

/** The multipart upload that a request names; NoSuchUpload if it does not exist or is for another object. */
export const findUpload = ({ world, bucket, key, query }: ObjectCall): Upload => {
  const uploadId = query.get('uploadId') ?? '';
  const upload = world.store.uploads.find(uploadId);
  if (upload !== undefined && upload.bucket === bucket.name && upload.key === key) return upload;
  throw new S3Error('NoSuchUpload', { details: { UploadId: uploadId } });
};

/** Changes an upload under its lock; NoSuchUpload if it has ended by then. */
export const changeUpload = <T>(call: ObjectCall, task: (upload: Upload) => Promise<T>): Promise<T> =>
  call.world.store.exclusively(lockOf(call), () => task(findUpload(call)));

/** The lock under which an upload changes. */
export const lockOf = ({ query }: Pick<ObjectCall, 'query'>): string => `upload ${query.get('uploadId')}`;
