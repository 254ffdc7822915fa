import type { Handler, ObjectCall } from './call';
import { describeObject } from './describeObject';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const getObject: Handler<ObjectCall> = (call) => {
  const { version, answer, bytes } = describeObject(call);
  if (bytes === undefined) return Promise.resolve(answer);
  return Promise.resolve({ ...answer, body: call.world.store.blobs.read(version.pieces, bytes.start, bytes.end) });
};
