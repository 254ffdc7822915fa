import type { Handler, ObjectCall } from './call';
import { findTagged } from './findVersion';
import { versionHeaders } from './objectHeaders';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html */
export const deleteObjectTagging: Handler<ObjectCall> = async (call) => {
  const version = findTagged(call, 'DELETE');
  await call.world.store.setTags(version, []);
  return { status: 204, headers: versionHeaders(version) };
};
