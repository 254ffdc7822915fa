import { S3Error } from '../errors';
import type { Handler, ObjectCall } from './call';
import { versionHeaders } from './objectHeaders';
import { removeVersion } from './removeVersion';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html */
export const deleteObject: Handler<ObjectCall> = async ({ world, bucket, key, query, headers }) => {
  if (headers.has('if-match')) throw new S3Error('NotImplemented', { details: { Header: 'If-Match' } });
  const { marker, removed } = await removeVersion(world, bucket, key, query.get('versionId'));
  const version = marker ?? removed;
  return { status: 204, headers: version === undefined ? {} : versionHeaders(version) };
};
