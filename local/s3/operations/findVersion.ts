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
  const { bucket, key, identity } = call;
  const versionId = readVersionId(call);
  const version = lookUp(call, versionId);
  if (version !== undefined && !version.isDeleteMarker) return version;
  if (versionId === undefined && !mayList(identity.principal, bucket.name)) throw new S3Error('AccessDenied');
  const headers = version === undefined ? {} : versionHeaders(version);
  if (versionId === undefined) throw new S3Error('NoSuchKey', { details: { Key: key }, headers });
  if (version === undefined) throw new S3Error('NoSuchVersion', { details: { Key: key, VersionId: versionId } });
  throw onDeleteMarker('GET', version);
};

/** The version whose tags a request reads or changes; unlike for a read, a marker is MethodNotAllowed without its id too. */
export const findTagged = (call: ObjectCall, method: 'GET' | 'PUT' | 'DELETE'): Version => {
  const marker = lookUp(call, readVersionId(call));
  if (marker?.isDeleteMarker === true) throw onDeleteMarker(method, marker);
  return findVersion(call);
};

const lookUp = ({ world, bucket, key }: ObjectCall, versionId: string | undefined): Version | undefined =>
  versionId === undefined ? world.store.current(bucket.name, key) : world.store.find(bucket.name, key, versionId);

const onDeleteMarker = (Method: string, marker: Version): S3Error =>
  new S3Error('MethodNotAllowed', {
    details: { Method, ResourceType: 'DeleteMarker' },
    headers: {
      ...versionHeaders(marker),
      allow: 'DELETE',
      'last-modified': new Date(marker.lastModified).toUTCString(),
    },
  });
