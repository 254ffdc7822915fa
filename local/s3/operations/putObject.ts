import { authorise } from '../auth/authorise';
import { checksumByDefault, readExpectation } from '../body/expectation';
import { ingest } from '../body/ingest';
import { commitBytes } from './commitBytes';
import type { Version } from '../store/version';
import type { Handler, ObjectCall } from './call';
import { readWriteCondition } from './conditions';
import { checksumHeaders, quoted, readObjectHeaders, versionHeaders } from './objectHeaders';
import { readTaggingHeader } from './tags';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const putObject: Handler<ObjectCall> = async (call) => {
  const { world, bucket, key, headers, identity } = call;
  const { store, emit } = world;
  const expected = { checksum: checksumByDefault, ...readExpectation(headers, identity.payload) };
  const mayPut = readWriteCondition(headers, key);
  const about = { headers: readObjectHeaders(headers), tags: readTaggingHeader(headers) };
  if (about.tags.length > 0) authorise(identity.principal, 's3:PutObjectTagging', `${bucket.name}/${key}`);
  mayPut(store.current(bucket.name, key)); // rejects early, before the upload; the check that counts comes at the end

  const bytes = await ingest(call.body(), expected, store.blobs);
  const version = await commitBytes(store, { bucket: bucket.name, key, ...about }, bytes, mayPut);
  emit('ObjectCreated:Put', version);
  return { status: 200, headers: putHeaders(version) };
};

/** The response headers that describe the new version. */
const putHeaders = (version: Version): Record<string, string> => ({
  etag: quoted(version.etag),
  'x-amz-server-side-encryption': 'AES256',
  ...versionHeaders(version),
  ...checksumHeaders(version.checksum),
});
