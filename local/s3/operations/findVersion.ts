import { mayList } from '../auth/authorise';
import { S3Error } from '../errors';
import type { Version } from '../store/version';
import type { ObjectCall } from './call';
import { versionHeaders } from './objectHeaders';
import { readVersionId } from './readVersionId';

/**
 * The version to read: that of `versionId`, or else the current one. If there is no current one, a caller that may not
 * list the bucket gets AccessDenied instead of NoSuchKey.
 */
export const findVersion = (call: ObjectCall): Version => {
  const { world, bucket, key, identity } = call;
  const versionId = readVersionId(call);
  const version =
    versionId === undefined ? world.store.current(bucket.name, key) : world.store.find(bucket.name, key, versionId);
  if (version !== undefined && !version.isDeleteMarker) return version;
  if (versionId === undefined && !mayList(identity.principal, bucket.name)) throw new S3Error('AccessDenied');
  const headers = version === undefined ? {} : versionHeaders(version);
  if (versionId === undefined) throw new S3Error('NoSuchKey', { details: { Key: key }, headers });
  if (version === undefined) throw new S3Error('NoSuchVersion', { details: { Key: key, VersionId: versionId } });
  throw new S3Error('MethodNotAllowed', {
    details: { Method: 'GET', ResourceType: 'DeleteMarker' },
    headers: { ...headers, allow: 'DELETE', 'last-modified': new Date(version.lastModified).toUTCString() },
  });
};
