import { authorise } from '../auth/authorise';
import type { Handler, ObjectCall } from './call';
import { versionHeaders } from './objectHeaders';
import { readsEtag, removeVersion } from './removeVersion';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html */
export const deleteObject: Handler<ObjectCall> = async ({ world, bucket, key, query, headers, identity }) => {
  const deletion = { key, versionId: query.get('versionId'), match: headers.get('if-match') };
  if (readsEtag(deletion)) authorise(identity.principal, 's3:GetObject', `${bucket.name}/${key}`);
  const { marker, removed } = await removeVersion(world, bucket, deletion);
  const version = marker ?? removed;
  return { status: 204, headers: version === undefined ? {} : versionHeaders(version) };
};
