import { authorise } from '../auth/authorise';
import type { Handler, ObjectCall } from './call';
import { versionHeaders } from './objectHeaders';
import { readVersionId } from './readVersionId';
import { readsEtag, removeVersion } from './removeVersion';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html */
export const deleteObject: Handler<ObjectCall> = async (call) => {
  const { world, bucket, key, headers, identity } = call;
  const deletion = { key, versionId: readVersionId(call), match: headers.get('if-match') };
  if (readsEtag(deletion)) authorise(identity.principal, 's3:GetObject', `${bucket.name}/${key}`);
  const { marker, removed } = await removeVersion(world, bucket, deletion);
  const version = marker ?? removed;
  return { status: 204, headers: version === undefined ? {} : versionHeaders(version) };
};
